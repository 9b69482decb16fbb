package io.prismq.queue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.prismq.queue.architecture.HouseRule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.prismq.queue.architecture.violations.adapter.http.StatusBody;
import io.prismq.queue.architecture.violations.adapter.http.UnboundRequest;
import io.prismq.queue.architecture.violations.adapter.sqlite.RowMapperForAll;
import io.prismq.queue.architecture.violations.bootstrap.MainThatMapsRows;
import jakarta.validation.ConstraintValidator;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an adapter shows to the program around it, and to its callers. */
class BoundaryTest {
    private static final Set<String> ENTRY_POINTS = Set.of(
            "adapter.sqlite.care.DatabaseCare",
            "adapter.sqlite.care.DatabaseStats",
            "adapter.sqlite.Durability",
            "adapter.sqlite.backup.Restored",
            "adapter.sqlite.backup.SqliteBackup",
            "adapter.sqlite.backup.SqliteRestore",
            "adapter.sqlite.SqliteSettings",
            "adapter.sqlite.SqliteTaskStore",
            "adapter.http.Admission",
            "adapter.http.CapabilitiesJson",
            "adapter.http.HttpMaintenance",
            "adapter.http.HttpServer",
            "adapter.http.HttpServerException",
            "adapter.http.HttpSettings",
            "adapter.http.HttpUseCases",
            "adapter.http.access.Anonymity",
            "adapter.http.limit.Limits",
            "adapter.http.limit.Rate",
            "adapter.http.monitoring.Answered",
            "adapter.http.monitoring.MetricsPage",
            "adapter.http.monitoring.Monitoring",
            "adapter.http.monitoring.RequestObserver",
            "adapter.http.monitoring.Thresholds",
            "adapter.http.oidc.OidcSettings",
            "adapter.http.oidc.OidcTokens",
            "adapter.http.tls.TlsException",
            "adapter.http.tls.TlsFiles",
            "adapter.telemetry.log.TaskLog",
            "adapter.telemetry.metrics.HttpMetrics",
            "adapter.telemetry.metrics.Metrics",
            "adapter.telemetry.metrics.QueueMetrics",
            "adapter.telemetry.trace.CommitSpans",
            "adapter.telemetry.trace.RequestSpans",
            "adapter.telemetry.trace.RunSpans",
            "adapter.telemetry.trace.Tracing",
            "adapter.telemetry.trace.TracingSettings",
            "adapter.worker.DuplicateHandlerException",
            "adapter.worker.HandlerRegistry",
            "adapter.worker.Slots",
            "adapter.worker.SourcedHandler",
            "adapter.worker.ThreadKind",
            "adapter.worker.WorkerQueue",
            "adapter.worker.WorkerRunner",
            "adapter.worker.WorkerSettings",
            "adapter.worker.attempt.RunObserver",
            "adapter.worker.builtin.BuiltInHandlers",
            "adapter.worker.builtin.CleanupRunsHandler",
            "adapter.worker.builtin.CleanupTempFilesHandler",
            "adapter.worker.builtin.HealthCheckHandler",
            "adapter.worker.builtin.HealthThresholds",
            "adapter.worker.builtin.LogStatisticsHandler",
            "adapter.worker.upkeep.Chore",
            "adapter.worker.upkeep.Chores",
            "adapter.worker.upkeep.ForgettingChore",
            "adapter.worker.upkeep.RetentionChore",
            "adapter.worker.upkeep.UpkeepRunner");

    @Test
    void anAdapterIsReachedThroughItsEntryPoints() {
        rule(house -> noClasses()
                        .that()
                        .resideOutsideOfPackages(house.adapters(), house.hotPaths())
                        .should()
                        .dependOnClassesThat(insideAnAdapterOf(house))
                        .because("what is not an entry point may change without a word to anybody"))
                .isKept()
                .isBrokenBy(MainThatMapsRows.class);
    }

    @Test
    void anAdapterHidesWhatNoOtherPackageNeeds() {
        rule(house -> classes()
                        .that(insideAnAdapterOf(house))
                        .and()
                        .resideOutsideOfPackages(house.generated(), house.templates())
                        .and()
                        .arePublic()
                        .and()
                        .areTopLevelClasses()
                        .and()
                        // Hibernate Validator builds them itself, and sees public constructors of public classes alone.
                        .areNotAssignableTo(ConstraintValidator.class)
                        .should(be(describe("used by another package", BoundaryTest::isUsedByAnotherPackage)))
                        .because("a public class is a promise that somebody asked for"))
                .isKept()
                .isBrokenBy(RowMapperForAll.class);
    }

    @Test
    void requestsAndResponsesAreRecordsOfJdkTypesAndEachOther() {
        rule(house -> classes()
                        .that()
                        .resideInAPackage(house.http())
                        .and()
                        .haveNameMatching(".*(Request|Body)")
                        .should(be(describe("records of such", type -> isTransferable(type, house))))
                        .because("a change of the domain must not change the API behind everybody's back"))
                .isKept()
                .isBrokenBy(StatusBody.class, UnboundRequest.class);
    }

    private static DescribedPredicate<JavaClass> insideAnAdapterOf(House house) {
        DescribedPredicate<JavaClass> isEntryPoint = describe(
                "are entry points, or part of one",
                type -> ENTRY_POINTS.stream()
                        .map(house::in)
                        .anyMatch(entry ->
                                type.getName().equals(entry) || type.getName().startsWith(entry + "$")));
        return resideInAPackage(house.adapters())
                .and(DescribedPredicate.not(isEntryPoint))
                .as("are inside an adapter");
    }

    private static boolean isUsedByAnotherPackage(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean isTransferable(JavaClass type, House house) {
        return type.isRecord()
                && resideInAPackage(house.http()).test(type)
                && type.getFields().stream()
                        .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                        .allMatch(part -> isOfTheJdk(part) || isTransferable(part, house) || isChoice(part, house));
    }

    private static boolean isChoice(JavaClass type, House house) {
        return type.isInterface()
                && !type.getSubclasses().isEmpty()
                && type.getSubclasses().stream().allMatch(choice -> isTransferable(choice, house));
    }

    private static boolean isOfTheJdk(JavaClass type) {
        return type.isPrimitive() || type.getPackageName().startsWith("java.");
    }
}
