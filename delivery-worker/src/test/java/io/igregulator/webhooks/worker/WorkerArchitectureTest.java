package io.igregulator.webhooks.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "io.igregulator.webhooks", importOptions = DoNotIncludeTests.class)
class WorkerArchitectureTest {
    private static final String WORKER = "io.igregulator.webhooks.worker..";

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("io.igregulator.webhooks.worker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theApiIsNotKnownHere = noClasses()
            .that()
            .resideInAPackage(WORKER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.igregulator.webhooks.api..");

    /** What a delivery meets on its way: each step may use the ones behind it, never the ones before it. */
    @ArchTest
    static final ArchRule stepsKnowNothingOfEarlierOnes = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("fan-out")
            .definedBy("..worker.fanout..")
            .layer("dispatch")
            .definedBy("..worker.dispatch..")
            .layer("waiting")
            .definedBy("..worker.waiting..")
            .layer("lane")
            .definedBy("..worker.lane..")
            .layer("attempt")
            .definedBy("..worker.attempt..")
            .layer("breaker")
            .definedBy("..worker.breaker..")
            .layer("endpoint")
            .definedBy("..worker.endpoint..")
            .layer("outcome")
            .definedBy("..worker.outcome..")
            .layer("degraded")
            .definedBy("..worker.degraded..")
            .layer("retry")
            .definedBy("..worker.retry..")
            .layer("health")
            .definedBy("..worker.health..", "..worker.metrics..")
            .whereLayer("fan-out")
            .mayNotBeAccessedByAnyLayer()
            // The due poller claims the shards of the partitions that dispatch owns.
            .whereLayer("dispatch")
            .mayOnlyBeAccessedByLayers("waiting", "health")
            .whereLayer("waiting")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("lane")
            .mayOnlyBeAccessedByLayers("dispatch", "waiting")
            .whereLayer("attempt")
            .mayOnlyBeAccessedByLayers("lane")
            .whereLayer("breaker")
            .mayOnlyBeAccessedByLayers("waiting", "lane", "attempt")
            .whereLayer("endpoint")
            .mayOnlyBeAccessedByLayers("attempt")
            .whereLayer("outcome")
            .mayOnlyBeAccessedByLayers("attempt", "lane", "dispatch", "waiting")
            .whereLayer("degraded")
            .mayOnlyBeAccessedByLayers("outcome")
            .whereLayer("retry")
            .mayOnlyBeAccessedByLayers("attempt", "outcome", "waiting");

    /** What travels is known to all and knows nobody. */
    @ArchTest
    static final ArchRule aDeliveryKnowsNoStep = classes()
            .that()
            .resideInAPackage("..worker.delivery..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..worker.delivery..",
                    "io.igregulator.webhooks.id..",
                    "io.igregulator.webhooks.event..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule timeIsAsked = noClasses()
            .that()
            .resideInAPackage(WORKER)
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
            .resideInAPackage(WORKER)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Value.class);

    @ArchTest
    static final ArchRule nothingIsPrinted =
            noClasses().that().resideInAPackage(WORKER).should(ACCESS_STANDARD_STREAMS);
}
