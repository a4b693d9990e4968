package io.igregulator.webhooks.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;

/**
 * The order of the packages that both services keep.
 *
 * @param service the service's own package
 * @param other the package of the other service
 */
public record ServiceRules(String service, String other) {
    private static final String ROOT = "io.igregulator.webhooks.";

    public ArchRule featuresFormNoCycle() {
        return slices().matching(service + ".(*)..").should().beFreeOfCycles();
    }

    public ArchRule theOtherServiceIsNotKnownHere() {
        return noClasses()
                .that()
                .resideInAPackage(below(service))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(below(other));
    }

    public ArchRule theSharedModelKnowsNoService() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below(service), below(other))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below(service), below(other));
    }

    public ArchRule timeIsAsked() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(notShipped())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("an injected clock lets tests drive time");
    }

    public ArchRule configurationComesInRecords() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(notShipped())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Value.class);
    }

    public ArchRule nothingIsPrinted() {
        return noClasses().that().resideOutsideOfPackages(notShipped()).should(ACCESS_STANDARD_STREAMS);
    }

    /** The rest is what the service ships: its own classes and the shared model's. */
    private String[] notShipped() {
        return new String[] {below(other), below(ROOT + "embedded"), below(ROOT + "testing")};
    }

    private static String below(String folder) {
        return folder + "..";
    }
}
