package io.prismq.queue.adapter.http.client;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.task.TaskBody;
import io.prismq.queue.adapter.http.task.TaskLinks;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;

/** Lists tasks, page by page. */
public final class TaskListController {
    private final TaskQueries queries;

    public TaskListController(TaskQueries queries) {
        this.queries = queries;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, TaskLinks.TASKS, this::list)
                .taking(ListQuery.STATUS, ListQuery.TYPE, ListQuery.LIMIT, ListQuery.CURSOR));
    }

    private Reply list(Context context) {
        ListQuery request = ListQuery.from(Query.of(context));
        TaskPage page = queries.list(request.toQuery());
        Reply reply = Reply.ok(page.tasks().stream().map(TaskBody::from).toList());
        return page.more() ? reply.with("Link", request.linkAfter(last(page.tasks()))) : reply;
    }

    private static TaskId last(List<StoredTask> tasks) {
        return tasks.get(tasks.size() - 1).task().id();
    }
}
