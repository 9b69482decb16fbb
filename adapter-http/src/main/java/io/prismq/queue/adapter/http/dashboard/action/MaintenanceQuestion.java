package io.prismq.queue.adapter.http.dashboard.action;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.page.MaintenancePage;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.ConfirmView;
import io.prismq.queue.adapter.http.dashboard.view.ConfirmView.Hidden;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.List;

/** Asks whether an operation that deletes is meant. */
public final class MaintenanceQuestion {
    private final TaskTypes types;
    private final Pages pages;

    public MaintenanceQuestion(TaskTypes types, Pages pages) {
        this.types = types;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, MaintenancePage.PATH + "/confirm", this::ask)
                .taking(Wish.OPERATION, Wish.AGE));
    }

    private Reply ask(Context context) {
        Query query = Query.of(context);
        Wish wish = Wish.of(query.text(Wish.OPERATION), query.text(Wish.AGE));
        String question = switch (wish.operation()) {
            case CLEANUP_RUNS -> "Delete finished tasks of every type?";
            case CLEANUP_TEMP_FILES -> "Delete temporary files?";
            case HEALTH_CHECK, LOG_STATISTICS -> "Run " + wish.operation().type() + "?";
        };
        ConfirmView view = new ConfirmView(
                MaintenanceActions.RUN,
                question,
                about(wish),
                question.substring(0, question.length() - 1),
                wish.operation().takesAge(),
                List.of(
                        new Hidden(Wish.OPERATION, wish.operation().type().value()),
                        new Hidden(Wish.AGE, Integer.toString(wish.hours()))),
                List.of(),
                MaintenancePage.PATH);
        return pages.show(context, new Page("confirm", question, MaintenancePage.PATH, view));
    }

    private List<String> about(Wish wish) {
        String ago = wish.hours() == 0 ? "before now" : Amount.of(wish.hours(), "hour") + " ago or earlier";
        return switch (wish.operation()) {
            case CLEANUP_RUNS ->
                List.of(
                        "All that ended %s are removed for good, with their results and logs. This cannot be undone."
                                .formatted(ago),
                        "Of whatever age, %s finished now.".formatted(finished()));
            case CLEANUP_TEMP_FILES ->
                List.of("Files below the configured directories that were last changed %s are removed for good."
                        .formatted(ago));
            case HEALTH_CHECK, LOG_STATISTICS -> List.of("Nothing is deleted.");
        };
    }

    private String finished() {
        long tasks = types.all().stream()
                .flatMapToLong(type -> Arrays.stream(TaskStatus.values())
                        .filter(TaskStatus::isFinal)
                        .mapToLong(type::count))
                .sum();
        return Amount.of(tasks, "task") + (tasks == 1 ? " is" : " are");
    }
}
