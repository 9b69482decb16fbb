package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands replies over to be written, and sees to it that what nobody receives is undone. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final StrictJson json;

    Delivery(StrictJson json) {
        this.json = json;
    }

    /**
     * Hands the reply over; says how many bytes its body has.
     *
     * @throws ProblemException if the reply can be undone, and was, because the client is gone
     */
    int send(Context context, Reply reply) {
        Runnable undo = reply.undo();
        return undo == null ? handOver(context, reply, body(reply)) : sendOrUndo(context, reply, undo);
    }

    /**
     * Begins with the reply, and ends the request when its body has ended or nobody reads it any more. The server takes
     * back a request whose client is gone at any time, so that nobody else may touch it afterwards: the stage of a body
     * never completes.
     */
    CompletionStage<Integer> stream(Context context, Reply reply, Streamed body) {
        try {
            if (!context.method().equals(HandlerType.HEAD)) {
                return begin(context, reply, body);
            }
            body.close();
            return CompletableFuture.completedStage(handOver(context, reply, null));
        } catch (RuntimeException | Error undeliverable) {
            body.close();
            throw undeliverable;
        }
    }

    /** Jetty looks at the connection again once the request is complete: nobody else may look at it then. */
    private static CompletionStage<Integer> begin(Context context, Reply reply, Streamed body) {
        head(context, reply);
        AsyncContext request = context.req().getAsyncContext();
        Connection connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection();
        Peer peer = Peer.of(context);
        try {
            Outlet outlet = Outlet.of(context);
            peer.stopsWaiting().thenRun(() -> {
                body.close();
                outlet.close();
                connection.close();
            });
            body.writeTo(outlet).whenComplete((ended, gone) -> {
                body.close();
                boolean listens = peer.answer();
                if (gone == null && listens) {
                    request.complete();
                } else if (gone != null) {
                    tellOfADeafReader(gone);
                    outlet.close();
                    // What is still on its way to a client that does not read would keep the connection for long.
                    connection.close();
                }
            });
        } catch (IOException gone) {
            body.close();
            connection.close();
        }
        return new CompletableFuture<>();
    }

    /** Whoever hangs up is nobody's concern; whoever does not read may wonder why it was hung up on. */
    private static void tellOfADeafReader(Throwable gone) {
        Throwable reason = gone instanceof CompletionException ? gone.getCause() : gone;
        if (reason instanceof TimeoutException) {
            LOG.info("a listener did not read for too long, and was hung up on; it may come back after its last event");
        }
    }

    private int sendOrUndo(Context context, Reply reply, Runnable undo) {
        byte @Nullable [] body;
        try {
            body = body(reply);
            // As late as can be: the longer the body, the longer the client has had to go.
            requireSomebody(context);
            Request.addCompletionListener(ServletContextRequest.getServletContextRequest(context.req()), failure -> {
                if (failure != null) {
                    undo.run();
                }
            });
        } catch (RuntimeException | Error undeliverable) {
            undo.run();
            throw undeliverable;
        }
        return handOver(context, reply, body);
    }

    /** A client that closed its sending half only can still read why it was refused. */
    private static void requireSomebody(Context context) {
        if (Peer.of(context).isGone()) {
            throw new ProblemException(ProblemType.BAD_REQUEST.because(
                    "The client closed the connection before the answer; what was done for it was undone"));
        }
    }

    private static int handOver(Context context, Reply reply, byte @Nullable [] body) {
        Peer.answer(context);
        head(context, reply);
        if (body == null) {
            return 0;
        }
        context.result(body);
        return body.length;
    }

    private static void head(Context context, Reply reply) {
        context.status(reply.status()).contentType(reply.mediaType());
        reply.headers().forEach(context::header);
    }

    private byte @Nullable [] body(Reply reply) {
        if (reply.body() == null || reply.body() instanceof byte[]) {
            return (byte[]) reply.body();
        }
        return json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
    }
}
