package io.prismq.queue.adapter.http.events;

import io.prismq.queue.adapter.http.exchange.Outlet;
import io.prismq.queue.adapter.http.exchange.Streamed;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.application.events.Follower;
import io.prismq.queue.application.events.News;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html. */
record EventStream(Follower follower, StrictJson json, BooleanSupplier mayListen) implements Streamed {
    static final String MEDIA_TYPE = "text/event-stream";

    /** When a browser that lost the connection comes back, in milliseconds. */
    private static final String GREETING = "retry: 2000\n\n";

    @Override
    public CompletionStage<Void> writeTo(Outlet outlet) {
        return outlet.write(bytes(GREETING))
                .thenCompose(greeted -> Telling.begin(follower, news -> outlet.write(bytes(frames(news))), mayListen));
    }

    @Override
    public void close() {
        follower.close();
    }

    private String frames(News news) {
        StringBuilder frames = new StringBuilder();
        for (Message message : Message.of(news)) {
            frames.append("id: ").append(message.id()).append("\nevent: ").append(message.kind());
            frames.append("\ndata: ").append(json.write(message.body())).append("\n\n");
        }
        if (news instanceof News.Events some && some.events().isEmpty()) {
            // An id without data tells how far the log was looked through, and is no event.
            frames.append(": heartbeat\nid: ").append(some.upTo()).append("\n\n");
        }
        return frames.toString();
    }

    private static byte[] bytes(String frames) {
        return frames.getBytes(StandardCharsets.UTF_8);
    }
}
