package io.prismq.queue.adapter.http.events;

import io.prismq.queue.adapter.http.exchange.Outlet;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.application.events.News;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One client's WebSocket. */
record ClientSocket(Session session, StrictJson json) {
    /** Of the registry at https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1. */
    private static final int GOING_AWAY = 1001;

    private static final int POLICY_VIOLATION = 1008;
    private static final int TRY_AGAIN_LATER = 1013;

    /** Completes when the network has taken it; fails where the client is gone, or does not read. */
    CompletionStage<Void> say(News news) {
        List<Message> messages = Message.of(news);
        CompletableFuture<Void> last = messages.isEmpty() && news instanceof News.Events
                ? sent(done -> session.sendPing(ByteBuffer.allocate(0), done))
                : CompletableFuture.completedFuture(null);
        for (Message message : messages) {
            last = sent(done -> session.sendText(json.write(message.body()), done));
        }
        return last.orTimeout(Outlet.LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(said -> close(news));
    }

    /** Where nothing can be told now. */
    void turnAway() {
        session.close(TRY_AGAIN_LATER, "the server cannot tell now", Callback.NOOP);
    }

    /** Without a word: whoever is to be told a reason has been told. */
    void hangUp() {
        session.disconnect();
    }

    private CompletionStage<Void> close(News news) {
        if (news instanceof News.Closed) {
            return sent(done -> session.close(GOING_AWAY, "the server stops", done));
        }
        return news instanceof News.Dropped
                ? sent(done -> session.close(POLICY_VIOLATION, "the reader is too slow", done))
                : CompletableFuture.completedStage(null);
    }

    private static CompletableFuture<Void> sent(Consumer<Callback> send) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        send.accept(Callback.from(() -> sent.complete(null), sent::completeExceptionally));
        return sent;
    }
}
