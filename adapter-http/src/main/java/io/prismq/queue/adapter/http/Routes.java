package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.access.Vigil;
import io.prismq.queue.adapter.http.audit.AuditController;
import io.prismq.queue.adapter.http.backup.BackupController;
import io.prismq.queue.adapter.http.client.EnqueueController;
import io.prismq.queue.adapter.http.client.StatsController;
import io.prismq.queue.adapter.http.client.TaskChangeController;
import io.prismq.queue.adapter.http.client.TaskController;
import io.prismq.queue.adapter.http.client.TaskListController;
import io.prismq.queue.adapter.http.dashboard.Dashboard;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.events.EventController;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Drain;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.history.HistoryController;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.maintenance.DirectRuns;
import io.prismq.queue.adapter.http.maintenance.MaintenanceController;
import io.prismq.queue.adapter.http.maintenance.MaintenanceTaskController;
import io.prismq.queue.adapter.http.monitoring.MetricsPage;
import io.prismq.queue.adapter.http.monitoring.Monitoring;
import io.prismq.queue.adapter.http.settlement.Answers;
import io.prismq.queue.adapter.http.settlement.SettlementController;
import io.prismq.queue.adapter.http.settlement.batch.SettlementsController;
import io.prismq.queue.adapter.http.system.DocsController;
import io.prismq.queue.adapter.http.system.HealthController;
import io.prismq.queue.adapter.http.system.MetricsController;
import io.prismq.queue.adapter.http.types.TypeController;
import io.prismq.queue.adapter.http.worker.ClaimController;
import io.prismq.queue.adapter.http.worker.WorkerController;
import io.prismq.queue.domain.port.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the server. */
record Routes(
        HttpUseCases useCases,
        Bodies bodies,
        StrictJson json,
        Clock clock,
        Drain drain,
        Vigil vigil,
        DirectRuns directRuns) {
    List<Route> all(HealthController health, MetricsPage metrics) {
        return Stream.of(client(), worker(), system(health, metrics))
                .flatMap(routes -> routes)
                .flatMap(List::stream)
                .toList();
    }

    private Stream<List<Route>> client() {
        return Stream.of(
                new EnqueueController(useCases.submission(), bodies).routes(),
                new TaskController(useCases.queries(), json, vigil).routes(),
                new TaskListController(useCases.queries()).routes(),
                new TaskChangeController(useCases.submission()).routes(),
                new StatsController(useCases.queries()).routes(),
                new HistoryController(useCases.queries()).routes(),
                new EventController(useCases.events(), json).routes(),
                new TypeController(useCases.types()).routes());
    }

    private Stream<List<Route>> worker() {
        Answers answers = new Answers(drain);
        return Stream.of(
                new ClaimController(useCases.execution(), bodies, vigil).routes(),
                new SettlementController(useCases.execution(), bodies, clock, answers).routes(),
                new SettlementsController(useCases.execution(), useCases.queries(), bodies, clock, answers).routes(),
                new WorkerController(useCases.workers()).routes());
    }

    private Stream<List<Route>> system(HealthController health, MetricsPage metrics) {
        return Stream.of(
                new MaintenanceController(
                                useCases.submission(), useCases.maintenance().useTaskQueue(), directRuns)
                        .routes(),
                new MaintenanceTaskController(useCases.queries(), useCases.submission(), json).routes(),
                new BackupController(useCases.backups()).routes(),
                new AuditController(useCases.audit()).routes(),
                health.routes(),
                new MetricsController(metrics).routes(),
                new DocsController().routes());
    }

    /** The pages for people, which are no part of the API. */
    Dashboard dashboard(Monitoring monitoring, Dashboard.Entrance entrance) {
        Dashboard.Tasks tasks =
                new Dashboard.Tasks(useCases.submission(), useCases.queries(), useCases.types(), useCases.workers());
        Dashboard.Care care = new Dashboard.Care(
                directRuns,
                useCases.maintenance().useTaskQueue(),
                useCases.maintenance().tempDirectories(),
                useCases.backups(),
                useCases.size(),
                monitoring);
        return new Dashboard(
                tasks,
                care,
                entrance,
                bodies,
                clock,
                Front.open(useCases.backups().database()));
    }
}
