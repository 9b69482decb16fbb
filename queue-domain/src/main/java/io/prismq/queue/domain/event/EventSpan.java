package io.prismq.queue.domain.event;

/**
 * Which events are kept.
 *
 * @param before the id of the last event that is forgotten; 0 while none is
 * @param last the highest id that was given out; 0 before the first event
 */
public record EventSpan(long before, long last) {
    /** Whether everything after the event with this id is still kept. */
    public boolean follows(long id) {
        return before <= id && id <= last;
    }
}
