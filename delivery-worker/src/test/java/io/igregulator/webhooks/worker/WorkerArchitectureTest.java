package io.igregulator.webhooks.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.igregulator.webhooks.testing.ServiceRules;

@AnalyzeClasses(packages = "io.igregulator.webhooks", importOptions = DoNotIncludeTests.class)
class WorkerArchitectureTest {
    private static final ServiceRules RULES =
            new ServiceRules("io.igregulator.webhooks.worker", "io.igregulator.webhooks.api");

    @ArchTest
    static final ArchRule featuresFormNoCycle = RULES.featuresFormNoCycle();

    @ArchTest
    static final ArchRule theOtherServiceIsNotKnownHere = RULES.theOtherServiceIsNotKnownHere();

    @ArchTest
    static final ArchRule theSharedModelKnowsNoService = RULES.theSharedModelKnowsNoService();

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
            .layer("disable")
            .definedBy("..worker.disable..")
            .layer("retry")
            .definedBy("..worker.retry..")
            .layer("lag")
            .definedBy("..worker.lag..")
            .whereLayer("fan-out")
            .mayNotBeAccessedByAnyLayer()
            // The due poller claims the shards of the partitions that dispatch owns.
            .whereLayer("dispatch")
            .mayOnlyBeAccessedByLayers("waiting", "lag")
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
            .whereLayer("disable")
            .mayOnlyBeAccessedByLayers("outcome")
            .whereLayer("retry")
            .mayOnlyBeAccessedByLayers("attempt", "outcome", "waiting");

    /** What travels is known to all packages and knows none. */
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
    static final ArchRule timeIsAsked = RULES.timeIsAsked();

    @ArchTest
    static final ArchRule configurationComesInRecords = RULES.configurationComesInRecords();

    @ArchTest
    static final ArchRule nothingIsPrinted = RULES.nothingIsPrinted();
}
