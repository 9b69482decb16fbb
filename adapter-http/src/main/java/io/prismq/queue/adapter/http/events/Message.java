package io.prismq.queue.adapter.http.events;

import io.prismq.queue.application.events.News;
import io.prismq.queue.domain.event.QueueEvent;
import java.util.List;

/**
 * What a listener is told at a time, whatever way it listens.
 *
 * @param id what it names as the last that it heard, should it come back
 */
record Message(long id, String kind, Object body) {
    static List<Message> of(News news) {
        if (news instanceof News.Events some) {
            return some.events().stream().map(Message::of).toList();
        }
        if (news instanceof News.Reset reset) {
            return List.of(of(NoticeBody.reset(reset.before())));
        }
        return news instanceof News.Dropped dropped ? List.of(of(NoticeBody.dropped(dropped.upTo()))) : List.of();
    }

    private static Message of(QueueEvent event) {
        return new Message(event.id(), event.what().word(), EventBody.from(event));
    }

    private static Message of(NoticeBody notice) {
        return new Message(notice.lastEventId(), notice.kind(), notice);
    }
}
