package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.TaskListView;
import io.prismq.queue.adapter.http.dashboard.view.TaskListView.Choice;
import io.prismq.queue.adapter.http.dashboard.view.TaskListView.FilterView;
import io.prismq.queue.adapter.http.dashboard.view.TaskRow;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lists tasks, page by page, the newest first. */
public final class TaskListPage {
    private final TaskSearch search;
    private final TaskTypes types;
    private final Clock clock;
    private final Pages pages;

    public TaskListPage(TaskSearch search, TaskTypes types, Clock clock, Pages pages) {
        this.search = search;
        this.types = types;
        this.clock = clock;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, TaskFilter.PATH, this::show).taking(TaskFilter.NAMES));
    }

    private Reply show(Context context) {
        Query query = Query.of(context);
        TaskFilter filter = TaskFilter.from(query);
        Optional<TaskId> cursor = TaskFilter.cursor(query);
        Instant now = clock.now();
        TaskSearch.Found found = search.find(filter, cursor, now);
        TaskListView view = new TaskListView(
                filter(filter),
                found.tasks().stream()
                        .map(stored -> TaskRow.of(stored.task(), now))
                        .toList(),
                cursor.map(filter::pathAfter).orElseGet(filter::path),
                cursor.isEmpty(),
                filter.path(),
                found.next().map(filter::pathAfter).orElse(null),
                found.cut());
        return pages.show(context, new Page("tasks", "Tasks", TaskFilter.PATH, view));
    }

    private FilterView filter(TaskFilter filter) {
        return new FilterView(
                filter.status().map(TaskStatus::word).orElse(""),
                filter.type().map(TaskType::value).orElse(""),
                filter.id().map(TaskId::toString).orElse(""),
                filter.key().orElse(""),
                filter.olderThan().map(age -> age.word).orElse(""),
                filter.newerThan().map(age -> age.word).orElse(""),
                Arrays.stream(TaskStatus.values()).map(TaskStatus::word).toList(),
                Arrays.stream(TaskFilter.Age.values())
                        .map(age -> new Choice(age.word, age.title))
                        .toList(),
                types.all().stream().map(type -> type.type().value()).toList());
    }
}
