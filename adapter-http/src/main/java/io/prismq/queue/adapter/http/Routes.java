package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.client.EnqueueController;
import io.prismq.queue.adapter.http.client.StatsController;
import io.prismq.queue.adapter.http.client.TaskChangeController;
import io.prismq.queue.adapter.http.client.TaskController;
import io.prismq.queue.adapter.http.client.TaskListController;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.maintenance.MaintenanceController;
import io.prismq.queue.adapter.http.system.DocsController;
import io.prismq.queue.adapter.http.system.HealthController;
import io.prismq.queue.adapter.http.worker.ClaimController;
import io.prismq.queue.adapter.http.worker.SettlementController;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the server. */
final class Routes {
    private Routes() {}

    static List<Route> all(HttpUseCases useCases, Bodies bodies, StrictJson json, HealthController health) {
        return Stream.of(
                        new EnqueueController(useCases.submission(), bodies).routes(),
                        new TaskController(useCases.queries(), json).routes(),
                        new TaskListController(useCases.queries()).routes(),
                        new TaskChangeController(useCases.submission()).routes(),
                        new StatsController(useCases.queries()).routes(),
                        new ClaimController(useCases.execution(), bodies).routes(),
                        new SettlementController(useCases.execution(), bodies).routes(),
                        new MaintenanceController(useCases.submission()).routes(),
                        health.routes(),
                        new DocsController().routes())
                .flatMap(List::stream)
                .toList();
    }
}
