package io.prismq.queue.application.events;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.WorkerId;
import java.util.ArrayList;
import java.util.List;

/** What is told at a time: so little that many who do not read what they were told hold no memory worth the name. */
final class Portion {
    /** In characters. A single event may be longer. */
    static final int MOST = 16 << 10;

    /** Of an event beside its words. */
    private static final int FRAME = 200;

    private Portion() {}

    /** The first of the events that are wanted; all are passed over that are not, up to the first that has to wait. */
    static News.Events of(List<QueueEvent> events, EventFilter filter, long before) {
        List<QueueEvent> told = new ArrayList<>();
        long upTo = before;
        int size = 0;
        for (QueueEvent event : events) {
            if (filter.admits(event)) {
                size += size(event);
                if (size > MOST && !told.isEmpty()) {
                    break;
                }
                told.add(event);
            }
            upTo = event.id();
        }
        return new News.Events(List.copyOf(told), upTo);
    }

    private static int size(QueueEvent event) {
        WorkerId worker = event.worker();
        Progress progress = event.progress();
        By by = event.by();
        return FRAME
                + event.type().value().length()
                + (worker == null ? 0 : worker.value().length())
                + (progress == null ? 0 : progress.message().length())
                + (by == null ? 0 : by.name().length());
    }
}
