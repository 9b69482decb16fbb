package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.Moment;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView.DepthView;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView.RateRow;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView.Rates;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView.TypeRow;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.TypeStatus;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.WorkerStatus;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shows how the queue stands. */
public final class OverviewPage {
    private static final int STEP = 10;

    private final Sources sources;
    private final Clock clock;
    private final Pages pages;

    /** What the page is made from. */
    public record Sources(TaskQueries queries, TaskTypes types, WorkerRegistry workers, Alarms alarms) {}

    public OverviewPage(Sources sources, Clock clock, Pages pages) {
        this.sources = sources;
        this.clock = clock;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, "/", this::show));
    }

    private Reply show(Context context) {
        Instant now = clock.now();
        Instant begin = LastHour.beginning(now);
        LastHour hour = new LastHour(begin, sources.queries().activity(begin));
        List<TypeStatus> types = sources.types().all();
        List<WorkerStatus> workers = sources.workers().list();
        OverviewView view = new OverviewView(
                sources.alarms().of(types, workers, hour),
                Arrays.stream(TaskStatus.values())
                        .map(status -> new DepthView(status.word(), Amount.count(count(types, status))))
                        .toList(),
                Amount.count(Arrays.stream(TaskStatus.values())
                        .mapToLong(status -> count(types, status))
                        .sum()),
                rates(hour, types, workers.size(), now),
                types.stream().map(OverviewPage::type).toList());
        return pages.show(context, new Page("overview", "Overview", "/", view));
    }

    private static Rates rates(LastHour hour, List<TypeStatus> types, int workers, Instant now) {
        long completed = hour.completed(0, LastHour.MINUTES);
        long failed = hour.failed(0, LastHour.MINUTES);
        return new Rates(
                Amount.count(completed),
                String.format(Locale.ROOT, "%.1f", (double) completed / LastHour.MINUTES),
                Amount.count(failed),
                String.format(Locale.ROOT, "%.1f %%", failed == 0 ? 0 : 100.0 * failed / (failed + completed)),
                types.stream()
                        .flatMap(type -> type.oldestQueuedAge().stream())
                        .max(Comparator.<Duration>naturalOrder())
                        .map(Amount::length)
                        .orElse(null),
                Amount.count(workers),
                hour.json(),
                IntStream.iterate(LastHour.MINUTES - STEP, from -> from >= 0, from -> from - STEP)
                        .mapToObj(from -> row(hour, from, now))
                        .toList());
    }

    private static RateRow row(LastHour hour, int from, Instant now) {
        return new RateRow(
                Moment.of(hour.first().plus(Duration.ofMinutes(from)), now),
                Amount.count(hour.enqueued(from, STEP)),
                Amount.count(hour.completed(from, STEP)),
                Amount.count(hour.failed(from, STEP)));
    }

    private static TypeRow type(TypeStatus type) {
        return new TypeRow(
                type.type().value(),
                type.pausedSince().isPresent(),
                Arrays.stream(TaskStatus.values())
                        .map(status -> new DepthView(status.word(), Amount.count(type.count(status))))
                        .toList(),
                type.oldestQueuedAge().map(Amount::length).orElse(null));
    }

    private static long count(List<TypeStatus> types, TaskStatus status) {
        return types.stream().mapToLong(type -> type.count(status)).sum();
    }
}
