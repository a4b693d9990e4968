package io.igregulator.webhooks.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "io.igregulator.webhooks", importOptions = DoNotIncludeTests.class)
class ApiArchitectureTest {
    private static final String API = "io.igregulator.webhooks.api..";

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.igregulator.webhooks.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theWorkerIsNotKnownHere = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.igregulator.webhooks.worker..");

    @ArchTest
    static final ArchRule theSharedModelKnowsNoService = noClasses()
            .that()
            .resideOutsideOfPackages(API, "io.igregulator.webhooks.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(API, "io.igregulator.webhooks.worker..");

    @ArchTest
    static final ArchRule errorsKnowNoFeature = classes()
            .that()
            .resideInAPackage("io.igregulator.webhooks.api.error..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.igregulator.webhooks.api.error..",
                    "java..",
                    "jakarta..",
                    "org.springframework..",
                    "org.apache.catalina..",
                    "org.apache.coyote..",
                    "org.apache.tomcat..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule timeIsAsked = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("an injected clock lets tests drive time");

    @ArchTest
    static final ArchRule configurationComesInRecords = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Value.class);

    @ArchTest
    static final ArchRule nothingIsPrinted =
            noClasses().that().resideInAPackage(API).should(ACCESS_STANDARD_STREAMS);
}
