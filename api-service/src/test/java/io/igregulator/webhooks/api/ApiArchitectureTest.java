package io.igregulator.webhooks.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.testing.ServiceRules;
import org.springframework.web.bind.annotation.RequestMapping;

@AnalyzeClasses(packages = "io.igregulator.webhooks", importOptions = DoNotIncludeTests.class)
class ApiArchitectureTest {
    private static final ServiceRules RULES =
            new ServiceRules("io.igregulator.webhooks.api", "io.igregulator.webhooks.worker");

    private static final String PAGES = "io.igregulator.webhooks.api.console..";

    @ArchTest
    static final ArchRule featuresFormNoCycle = RULES.featuresFormNoCycle();

    @ArchTest
    static final ArchRule theOtherServiceIsNotKnownHere = RULES.theOtherServiceIsNotKnownHere();

    @ArchTest
    static final ArchRule theSharedModelKnowsNoService = RULES.theSharedModelKnowsNoService();

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
    static final ArchRule timeIsAsked = RULES.timeIsAsked();

    @ArchTest
    static final ArchRule configurationComesInRecords = RULES.configurationComesInRecords();

    @ArchTest
    static final ArchRule nothingIsPrinted = RULES.nothingIsPrinted();

    @ArchTest
    static final ArchRule pagesReadThroughTheirFeatures = noClasses()
            .that()
            .resideInAPackage(PAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
            .because("what a page shows is read by a query that takes whose it is");

    @ArchTest
    static final ArchRule pagesOfAnAccountTakeItFromTheVisit = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(PAGES)
            .and()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .notHaveRawParameterTypes(describe(
                    "an account's id from the path",
                    types -> types.stream().anyMatch(type -> type.isEquivalentTo(AccountId.class))))
            .because("the path of a page says nothing of what its visitor may see");
}
