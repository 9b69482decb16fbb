package io.prismq.queue.adapter.http.events;

/**
 * Something about the stream itself.
 *
 * @param lastEventId where it goes on, or can be taken up again
 */
record NoticeBody(String kind, String reason, long lastEventId) {
    static NoticeBody reset(long before) {
        return new NoticeBody("reset", "The events that came next are no longer kept: look at the tasks anew", before);
    }

    static NoticeBody dropped(long upTo) {
        return new NoticeBody("dropped", "The reader is too slow: events came faster than it took them", upTo);
    }
}
