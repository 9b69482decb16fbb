package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.task.TaskEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What happened in each minute of the last hour, the one that runs included.
 *
 * @param first when the first of the minutes began
 */
record LastHour(Instant first, List<Activity> activity) {
    static final int MINUTES = 60;

    static Instant beginning(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1L));
    }

    long enqueued(int from, int minutes) {
        return times(TaskEvent.ENQUEUE::equals, from, minutes);
    }

    long completed(int from, int minutes) {
        return times(TaskEvent.COMPLETE::equals, from, minutes);
    }

    /** Attempts, and tasks that nobody claimed in time. */
    long failed(int from, int minutes) {
        return times(TaskEvent::isFailure, from, minutes);
    }

    /** The minutes as JSON: when the first began, and three numbers for each. */
    String json() {
        return "{\"first\":%d,\"enqueued\":%s,\"completed\":%s,\"failed\":%s}"
                .formatted(
                        first.toEpochMilli(),
                        IntStream.range(0, MINUTES)
                                .mapToObj(minute -> Long.toString(enqueued(minute, 1)))
                                .collect(list()),
                        IntStream.range(0, MINUTES)
                                .mapToObj(minute -> Long.toString(completed(minute, 1)))
                                .collect(list()),
                        IntStream.range(0, MINUTES)
                                .mapToObj(minute -> Long.toString(failed(minute, 1)))
                                .collect(list()));
    }

    private static Collector<CharSequence, ?, String> list() {
        return Collectors.joining(",", "[", "]");
    }

    private long times(Predicate<TaskEvent> what, int from, int minutes) {
        Instant begin = first.plus(Duration.ofMinutes(from));
        Instant end = begin.plus(Duration.ofMinutes(minutes));
        return activity.stream()
                .filter(entry -> what.test(entry.what()))
                .filter(entry ->
                        !entry.minute().isBefore(begin) && entry.minute().isBefore(end))
                .mapToLong(Activity::times)
                .sum();
    }
}
