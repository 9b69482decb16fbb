package io.prismq.queue.adapter.http.history;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.NextLink;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.task.TaskLinks;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;

/** Tells what happened to a task. */
public final class HistoryController {
    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final TaskQueries queries;

    public HistoryController(TaskQueries queries) {
        this.queries = queries;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, "/api/queue/tasks/{task_id}/attempts", this::attempts),
                Route.now(HandlerType.GET, "/api/queue/tasks/{task_id}/logs", this::log)
                        .taking(AFTER, LIMIT));
    }

    private Reply attempts(Context context) {
        TaskId id = TaskIds.of(context);
        return queries.attempts(id)
                .map(attempts ->
                        Reply.ok(attempts.stream().map(AttemptBody::from).toList()))
                .orElseGet(() -> Reply.problem(TaskIds.notFound(id)));
    }

    private Reply log(Context context) {
        TaskId id = TaskIds.of(context);
        Query query = Query.of(context);
        long after = query.number(AFTER, 0, TaskId.MAX).orElse(0L);
        int limit = query.integer(LIMIT, 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        // One more than the page holds tells whether there is another page.
        return queries.log(id, after, limit + 1)
                .map(found -> page(id, found, limit))
                .orElseGet(() -> Reply.problem(TaskIds.notFound(id)));
    }

    private static Reply page(TaskId id, List<LogLine> found, int limit) {
        LogPage page = LogPage.of(found, limit);
        Reply reply = Reply.ok(page.lines().stream().map(LogLineBody::from).toList());
        return page.more() ? reply.with("Link", linkAfter(id, page.last(), limit)) : reply;
    }

    private static String linkAfter(TaskId id, long last, int limit) {
        return NextLink.to(TaskLinks.of(id) + "/logs")
                .with(LIMIT, limit)
                .with(AFTER, last)
                .toString();
    }
}
