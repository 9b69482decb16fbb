package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.Commit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened, in its order. */
final class Events {
    private final List<QueueEvent> kept = new ArrayList<>();
    private final List<QueueEvent> counted = new ArrayList<>();
    private long last;

    void add(Commit commit) {
        for (Commit.Change change : commit.changes()) {
            if (change.event().isNews()) {
                last++;
                QueueEvent event =
                        QueueEvent.of(last, change.at(), change.event(), change.task(), change.ended(), change.by());
                kept.add(event);
                counted.add(event);
            }
        }
    }

    List<QueueEvent> after(long id, int limit) {
        return kept.stream().filter(event -> event.id() > id).limit(limit).toList();
    }

    EventSpan span() {
        return new EventSpan(kept.isEmpty() ? last : kept.get(0).id() - 1, last);
    }

    /** Each event as if it were a commit of its own. */
    List<QueueEvent> forget(Instant until, long latest, int limit) {
        List<QueueEvent> oldest = kept.stream().limit(limit).toList();
        long upTo = oldest.stream()
                .filter(event -> !event.at().isAfter(until) || event.id() <= last - latest)
                .mapToLong(QueueEvent::id)
                .max()
                .orElse(0);
        List<QueueEvent> forgotten =
                oldest.stream().filter(event -> event.id() <= upTo).toList();
        kept.removeAll(forgotten);
        return forgotten;
    }

    void takeBack(List<QueueEvent> forgotten) {
        kept.addAll(0, forgotten);
    }

    List<Activity> activity(Instant since) {
        return counted.stream()
                .map(event -> new Activity(event.at().truncatedTo(ChronoUnit.MINUTES), event.what(), 1))
                .filter(activity -> !activity.minute().isBefore(since.truncatedTo(ChronoUnit.MINUTES)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry ->
                        new Activity(entry.getKey().minute(), entry.getKey().what(), entry.getValue()))
                .toList();
    }
}
