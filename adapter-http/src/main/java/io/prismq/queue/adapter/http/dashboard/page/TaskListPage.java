package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.TaskListView;
import io.prismq.queue.adapter.http.dashboard.view.TaskListView.Pager;
import io.prismq.queue.adapter.http.dashboard.view.TaskRow;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.problem.FieldError;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.domain.port.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return List.of(Route.now(HandlerType.GET, TaskFilter.PATH, this::show).taking(FilterForm.names()));
    }

    private Reply show(Context context) {
        Query query = Query.of(context);
        FilterForm form = FilterForm.of(query);
        TaskFilter filter;
        try {
            filter = form.filter();
        } catch (ProblemException refused) {
            return refused(context, form, refused.problem().errors());
        }
        Optional<String> cursor = query.text(TaskFilter.CURSOR).filter(text -> !text.isEmpty());
        Instant now = clock.now();
        TaskSearch.Found found = search.find(filter, cursor, now);
        TaskListView view = new TaskListView(
                form.view(List.of(), types()),
                found.tasks().stream().map(task -> TaskRow.of(task, now)).toList(),
                cursor.map(filter::pathFrom).orElseGet(filter::path),
                cursor.isEmpty(),
                cursor.isEmpty() && filter.isOpen(),
                said(filter, found, cursor.isEmpty()),
                pager(filter, found, cursor.isEmpty()));
        return pages.show(context, new Page("tasks", "Tasks", TaskFilter.PATH, view));
    }

    /** The form as it was typed, and no task. */
    private Reply refused(Context context, FilterForm form, List<FieldError> flaws) {
        TaskListView view = new TaskListView(
                form.view(flaws, types()),
                List.of(),
                TaskFilter.PATH,
                false,
                false,
                "Nothing was looked for: look at the fields that are marked.",
                new Pager(null, "", null, ""));
        return pages.show(context, 422, new Page("tasks", "Tasks: not valid", TaskFilter.PATH, view));
    }

    /** Null where the rows say all. */
    private static @Nullable String said(TaskFilter filter, TaskSearch.Found found, boolean isFirst) {
        if (found.next().isPresent()) {
            return found.tasks().size() == filter.limit() || filter.key().isEmpty()
                    ? null
                    : "Looked at %s with such a key: %s of them %s the other filters."
                            .formatted(
                                    Amount.of(found.lookedAt(), "task"),
                                    found.tasks().isEmpty()
                                            ? "none"
                                            : Amount.count(found.tasks().size()),
                                    found.tasks().size() == 1 ? "meets" : "meet");
        }
        return !found.tasks().isEmpty()
                ? null
                : isFirst ? "No task meets these filters." : "No further task meets these filters.";
    }

    private static Pager pager(TaskFilter filter, TaskSearch.Found found, boolean isFirst) {
        boolean byKey = filter.key().isPresent();
        boolean isFull = found.tasks().size() == filter.limit();
        return new Pager(
                isFirst ? null : filter.path(),
                byKey ? "First" : "Newest",
                found.next().map(filter::pathFrom).orElse(null),
                !byKey ? "Older" : isFull ? "Next" : "Look on");
    }

    private List<String> types() {
        return types.all().stream().map(type -> type.type().value()).toList();
    }
}
