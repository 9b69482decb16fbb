package io.prismq.queue.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.prismq.queue.architecture.HouseRule.rule;

import io.prismq.queue.architecture.violations.adapter.http.ControllerThatKnowsTheConfiguration;
import io.prismq.queue.architecture.violations.adapter.http.ControllerThatQueries;
import io.prismq.queue.architecture.violations.adapter.worker.RunnerThatServes;
import io.prismq.queue.architecture.violations.application.UseCaseThatAsksToBeInjected;
import io.prismq.queue.architecture.violations.application.UseCaseThatMeasures;
import io.prismq.queue.architecture.violations.domain.port.PortOfATask;
import io.prismq.queue.architecture.violations.domain.task.TaskOfAPort;
import io.prismq.queue.architecture.violations.elsewhere.Homeless;
import org.junit.jupiter.api.Test;

/** Which way dependencies point. What each layer may take from outside stands in {@link LibrariesTest}. */
class LayersTest {
    @Test
    void everyClassBelongsToALayer() {
        rule(house -> classes()
                        .that()
                        .resideInAPackage(house.everything())
                        .should()
                        .resideInAnyPackage(
                                house.domain(),
                                house.application(),
                                house.sqlite(),
                                house.http(),
                                house.worker(),
                                house.telemetry(),
                                house.bootstrap(),
                                house.benchmarks())
                        .because("a class outside the layers escapes their rules"))
                .isKept()
                .isBrokenBy(Homeless.class);
    }

    @Test
    void nobodyDependsOnTheProgram() {
        rule(house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house.bootstrap())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.bootstrap())
                        .because("the program is one way to put the parts together, and embedders have another"))
                .isKept()
                .isBrokenBy(ControllerThatKnowsTheConfiguration.class);
    }

    @Test
    void nobodyDependsOnTheBenchmarks() {
        rule(house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house.benchmarks())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.benchmarks())
                        .because("what measures the product is not shipped with it"))
                .isKept()
                .isBrokenBy(UseCaseThatMeasures.class);
    }

    @Test
    void adaptersDoNotDependOnEachOther() {
        rule(house -> slices().matching(house.in("adapter.(*).."))
                        .should()
                        .notDependOnEachOther()
                        .because("an adapter must be replaceable without a look at its neighbours"))
                .isKept()
                .isBrokenBy(RunnerThatServes.class);
    }

    @Test
    void packagesFormNoCycle() {
        rule(house -> slices().matching(house.in("(**)"))
                        .should()
                        .beFreeOfCycles()
                        .ignoreDependency(resideInAPackage(house.generated()), resideInAPackage(house.generated()))
                        .because("packages in a cycle can only be understood, tested and moved together"))
                .isKept()
                .isBrokenByTogether(PortOfATask.class, TaskOfAPort.class);
    }

    @Test
    void generatedTablesAreHiddenBehindTheStore() {
        rule(house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house.sqlite())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.generated())
                        .because("the schema is the store's own business, and may change with any migration"))
                .isKept()
                .isBrokenBy(ControllerThatQueries.class);
    }

    @Test
    void onlyTheWiringKnowsTheInjector() {
        rule(house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house.wiring())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..")
                        .because("classes are built by their constructors, with or without an injector"))
                .isKept()
                .isBrokenBy(UseCaseThatAsksToBeInjected.class);
    }
}
