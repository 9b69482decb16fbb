package io.prismq.queue.application.events;

import io.prismq.queue.domain.event.QueueEvent;
import java.util.List;

/** What a follower hears next. */
public sealed interface News {
    /**
     * Events in their order.
     *
     * @param events none where nothing happened for as long as the follower wanted to wait
     * @param upTo nothing that the follower wants lies between the last of them and this id
     */
    record Events(List<QueueEvent> events, long upTo) implements News {
        static Events of(List<QueueEvent> events, long before) {
            return new Events(
                    events,
                    events.isEmpty() ? before : events.get(events.size() - 1).id());
        }
    }

    /**
     * What came after the follower's last event is forgotten, at least in part: it goes on with the oldest that is kept.
     *
     * @param before the id before the oldest that is kept
     */
    record Reset(long before) implements News {}

    /**
     * The follower had heard everything, and then took so long over it that it fell behind: nothing more comes.
     *
     * @param upTo where it can begin again
     */
    record Dropped(long upTo) implements News {}

    /** The feed is closed: nothing more comes. */
    record Closed() implements News {}
}
