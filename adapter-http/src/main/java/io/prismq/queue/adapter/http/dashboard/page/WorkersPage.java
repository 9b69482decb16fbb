package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.JsonText;
import io.prismq.queue.adapter.http.dashboard.view.Moment;
import io.prismq.queue.adapter.http.dashboard.view.WorkerRow;
import io.prismq.queue.adapter.http.dashboard.view.WorkersView;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.WorkerStatus;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.worker.Worker;
import java.time.Instant;
import java.util.List;

/** Shows who works. */
public final class WorkersPage {
    private static final String PATH = "/workers";
    private static final int MOST_SHOWN = 20;

    private final WorkerRegistry workers;
    private final Clock clock;
    private final Pages pages;

    public WorkersPage(WorkerRegistry workers, Clock clock, Pages pages) {
        this.workers = workers;
        this.clock = clock;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, PATH, this::show));
    }

    private Reply show(Context context) {
        Instant now = clock.now();
        List<WorkerRow> rows =
                workers.list().stream().map(status -> row(status, now)).toList();
        return pages.show(context, new Page("workers", "Workers", PATH, new WorkersView(rows)));
    }

    private static WorkerRow row(WorkerStatus status, Instant now) {
        Worker worker = status.worker();
        return new WorkerRow(
                worker.id().value(),
                worker.types().stream().sorted().map(TaskType::value).toList(),
                JsonText.of(worker.capabilities()).text(),
                Moment.of(worker.firstSeen(), now),
                Moment.of(worker.lastSeen(), now),
                status.running().stream()
                        .limit(MOST_SHOWN)
                        .map(TaskId::toString)
                        .toList(),
                Amount.count(status.running().size()),
                worker.stuckHandlers());
    }
}
