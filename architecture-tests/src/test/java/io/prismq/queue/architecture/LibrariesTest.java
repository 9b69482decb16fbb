package io.prismq.queue.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.prismq.queue.architecture.HouseRule.rule;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.prismq.queue.architecture.violations.adapter.http.ControllerThatQueries;
import io.prismq.queue.architecture.violations.adapter.sqlite.StoreThatCallsAUseCase;
import io.prismq.queue.architecture.violations.adapter.telemetry.MeterThatServes;
import io.prismq.queue.architecture.violations.adapter.worker.RunnerThatReadsJson;
import io.prismq.queue.architecture.violations.adapter.worker.builtin.HandlerThatQueries;
import io.prismq.queue.architecture.violations.application.UseCaseThatQueries;
import io.prismq.queue.architecture.violations.domain.task.TaskThatLogs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each layer may depend on. A library joins the list of one layer by name, with its reason. */
class LibrariesTest {
    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";
    private static final String LOGGING = "org.slf4j..";

    @Test
    void theDomainNeedsTheJdkAlone() {
        rule(house -> only(house.domain(), "the rules of the queue outlive every library", house.domain()))
                .isKept()
                .isBrokenBy(TaskThatLogs.class);
    }

    @Test
    void useCasesNeedTheDomain() {
        rule(house -> only(
                        house.application(),
                        "use cases reach the world through ports",
                        house.application(),
                        house.domain(),
                        LOGGING))
                .isKept()
                .isBrokenBy(UseCaseThatQueries.class);
    }

    @Test
    void theStoreNeedsTheDomainAndItsDatabase() {
        rule(house -> only(
                        house.sqlite(),
                        "storage does not know the use cases",
                        house.sqlite(),
                        house.domain(),
                        LOGGING,
                        "javax.sql..",
                        "org.sqlite..",
                        "org.jooq..",
                        "org.flywaydb.core.."))
                .isKept()
                .isBrokenBy(StoreThatCallsAUseCase.class);
    }

    @Test
    void httpNeedsTheUseCasesAndItsServer() {
        rule(house -> only(
                        house.http(),
                        "HTTP translates, and decides and stores nothing",
                        house.http(),
                        house.application(),
                        house.domain(),
                        LOGGING,
                        "io.javalin..",
                        // Javalin's own server, set up where Javalin has no word for it.
                        "org.eclipse.jetty..",
                        // To read a body without a thread that waits for it.
                        "jakarta.servlet..",
                        // YAML too: the parts of the OpenAPI document are written by hand.
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "jakarta.validation..",
                        "org.hibernate.validator..",
                        // The templates of the dashboard, and what escapes in them.
                        "gg.jte..",
                        // Shares for callers, and the tokens of issuers.
                        "io.github.bucket4j..",
                        "com.nimbusds..",
                        // Of the JDK: by it the dashboard knows its own forms.
                        "javax.crypto.."))
                .isKept()
                .isBrokenBy(ControllerThatQueries.class);
    }

    @Test
    void workersNeedTheUseCases() {
        rule(house -> only(
                        classes()
                                .that()
                                .resideInAPackage(house.worker())
                                .and()
                                .resideOutsideOfPackage(house.builtInHandlers()),
                        "a runner treats payloads and results as text, whatever a handler makes of them",
                        house.worker(),
                        house.application(),
                        house.domain(),
                        LOGGING))
                .isKept()
                .isBrokenBy(RunnerThatReadsJson.class);
    }

    @Test
    void builtInHandlersReadAndWriteJsonBesides() {
        rule(house -> only(
                        house.builtInHandlers(),
                        "handlers read payloads and write results, and are otherwise workers like all",
                        house.worker(),
                        house.application(),
                        house.domain(),
                        LOGGING,
                        "tools.jackson.."))
                .isKept()
                .isBrokenBy(HandlerThatQueries.class);
    }

    @Test
    void telemetryNeedsTheUseCasesAndWhatItMeasuresWith() {
        rule(house -> only(
                        house.telemetry(),
                        "whoever watches the queue changes nothing in it",
                        house.telemetry(),
                        house.application(),
                        house.domain(),
                        LOGGING,
                        "io.micrometer..",
                        "io.opentelemetry..",
                        // Micrometer's own client, for what is asked for at a scrape.
                        "io.prometheus.."))
                .isKept()
                .isBrokenBy(MeterThatServes.class);
    }

    private static ArchRule only(String layer, String reason, String... allowed) {
        return only(classes().that().resideInAPackage(layer), reason, allowed);
    }

    private static ArchRule only(GivenClassesConjunction layer, String reason, String... allowed) {
        String[] all =
                Stream.concat(Stream.of(JDK, NULLNESS), Stream.of(allowed)).toArray(String[]::new);
        return layer.should().onlyDependOnClassesThat().resideInAnyPackage(all).because(reason);
    }
}
