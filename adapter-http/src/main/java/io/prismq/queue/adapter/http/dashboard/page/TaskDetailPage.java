package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.TaskView;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Shows one task. */
public final class TaskDetailPage {
    private static final String ATTEMPTS = "attempts";
    private static final String ALL = "all";
    private static final int LINES = 100;

    private final TaskQueries queries;
    private final Clock clock;
    private final Pages pages;

    public TaskDetailPage(TaskQueries queries, Clock clock, Pages pages) {
        this.queries = queries;
        this.clock = clock;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, "/tasks/{task_id}", this::show).taking(ATTEMPTS));
    }

    private Reply show(Context context) {
        TaskId id = TaskIds.of(context);
        boolean all = Query.of(context).text(ATTEMPTS).filter(ALL::equals).isPresent();
        StoredTask task = queries.get(id).orElseThrow(() -> new ProblemException(TaskIds.notFound(id)));
        List<Attempt> attempts = queries.attempts(id).orElse(List.of());
        TaskView view = new TaskPortrait(clock.now()).of(task, attempts, all, latestLines(id));
        return pages.show(context, new Page("task", "Task " + id, "/tasks", view));
    }

    /** Reads the log from its beginning, and never holds more of it than is shown. */
    private Latest latestLines(TaskId id) {
        Deque<LogLine> latest = new ArrayDeque<>();
        boolean cut = false;
        List<LogLine> next = lines(id, 0);
        while (!next.isEmpty()) {
            latest.addAll(next);
            while (latest.size() > LINES) {
                latest.removeFirst();
                cut = true;
            }
            next = next.size() < LINES ? List.of() : lines(id, latest.getLast().number());
        }
        return new Latest(List.copyOf(latest), cut);
    }

    private List<LogLine> lines(TaskId id, long after) {
        return queries.log(id, after, LINES).orElse(List.of());
    }

    /**
     * The end of a log.
     *
     * @param cut whether there are earlier lines
     */
    record Latest(List<LogLine> lines, boolean cut) {}
}
