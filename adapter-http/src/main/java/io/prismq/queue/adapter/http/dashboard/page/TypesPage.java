package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.Moment;
import io.prismq.queue.adapter.http.dashboard.view.Notice;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView.DepthView;
import io.prismq.queue.adapter.http.dashboard.view.TypesView;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.TypeStatus;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.Retention;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Shows the types with their policies, pauses and resumes them. */
public final class TypesPage {
    private static final String PATH = "/types";
    private static final int PERCENT = 100;
    private static final String PAUSE = PATH + "/pause";
    private static final String RESUME = PATH + "/resume";

    private final TaskTypes types;
    private final Clock clock;
    private final Front front;

    public TypesPage(TaskTypes types, Clock clock, Front front) {
        this.types = types;
        this.clock = clock;
        this.front = front;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, PATH, this::show),
                front.guard().post(PAUSE, this::pause),
                Pages.leading(PAUSE, PATH),
                front.guard().post(RESUME, this::resume),
                Pages.leading(RESUME, PATH));
    }

    private Reply show(Context context) {
        Instant now = clock.now();
        List<TypesView.Row> rows =
                types.all().stream().map(type -> row(type, now)).toList();
        return front.pages().show(context, new Page("types", "Types", PATH, new TypesView(rows)));
    }

    private CompletionStage<Reply> pause(Context context, Form form) {
        TaskType type = TypeNames.parse(form.text("type").orElse(""));
        return types.pause(type, Admitted.by(context))
                .thenApply(changed -> back(
                        context,
                        type,
                        type + (changed ? " paused: its tasks wait, what runs goes on" : " is paused already")));
    }

    private CompletionStage<Reply> resume(Context context, Form form) {
        TaskType type = TypeNames.parse(form.text("type").orElse(""));
        return types.resume(type, Admitted.by(context))
                .thenApply(changed -> back(context, type, type + (changed ? " resumed" : " is not paused")));
    }

    /** To its row. */
    private static Reply back(Context context, TaskType type, String notice) {
        return Pages.goTo(context, PATH + "#type-" + type, new Notice(true, notice));
    }

    private static TypesView.Row row(TypeStatus type, Instant now) {
        return new TypesView.Row(
                type.type().value(),
                Moment.orNull(type.pausedSince().orElse(null), now),
                Stream.of(TaskStatus.QUEUED, TaskStatus.PROCESSING, TaskStatus.SCHEDULED, TaskStatus.FAILED)
                        .map(status -> new DepthView(status.word(), Amount.count(type.count(status))))
                        .toList(),
                type.oldestQueuedAge().map(Amount::length).orElse(null),
                policy(type.policy()));
    }

    private static TypesView.Policy policy(TaskTypePolicy policy) {
        RetryPolicy backoff = policy.backoff();
        Retention retention = policy.retention();
        Duration timeToLive = policy.timeToLive();
        return new TypesView.Policy(
                Integer.toString(policy.priority().value()),
                Integer.toString(policy.maxAttempts()),
                Amount.length(policy.attemptTimeout()),
                Amount.length(policy.leaseLength()),
                timeToLive == null ? "for ever" : Amount.length(timeToLive),
                "%s to %s, × %s, jitter %s %%"
                        .formatted(
                                Amount.length(backoff.initial()),
                                Amount.length(backoff.max()),
                                backoff.factor(),
                                Math.round(PERCENT * backoff.jitter())),
                "%s / %s / %s"
                        .formatted(
                                Amount.length(retention.completed()),
                                Amount.length(retention.failed()),
                                Amount.length(retention.cancelled())));
    }
}
