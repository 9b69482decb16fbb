package io.prismq.queue.adapter.http.events;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.OwnOrigin;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.limit.Throttle;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemBody;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.events.EventFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;

/** Refuses a WebSocket as long as it can be said in HTTP what is wrong with it. */
record Handshake(EventFeed feed, StrictJson json, Consumer<Context> admission) {
    /** The attribute of a request that was not refused, with its {@link EventQuery}. */
    static final String QUERY = EventQuery.class.getName();

    /** The attribute with the question whether the listener may still listen. */
    static final String MAY_LISTEN = Handshake.class.getName();

    /** The attribute with the one for whom the listener counts. */
    static final String CALLER = Throttle.class.getName() + ".caller";

    private static final String VERSION = "13";

    /** 16 bytes in Base64. */
    private static final String KEY = "[A-Za-z0-9+/]{22}==";

    void check(Context context) throws IOException {
        try {
            require(context);
            admission.accept(context);
            Query query = Query.of(context);
            query.requireOnly(Set.of(EventQuery.NAMES));
            context.attribute(MAY_LISTEN, Admitted.stillIs(context));
            context.attribute(CALLER, Throttle.caller(context));
            context.attribute(QUERY, EventQuery.from(query, context.header("Last-Event-ID")));
        } catch (ProblemException refused) {
            refuse(context, refused.problem());
        }
    }

    /** Refuses a request that asks for no WebSocket, or for one that is not known here. */
    static void requireUpgrade(Context context) {
        context.header("Upgrade", "websocket").header("Sec-WebSocket-Version", VERSION);
        throw new ProblemException(
                ProblemType.UPGRADE_REQUIRED.because("Connect by WebSocket, or listen at /api/queue/events"));
    }

    /** What of it the framework would refuse without a body: https://www.rfc-editor.org/rfc/rfc6455#section-4.2. */
    private void require(Context context) {
        if (!VERSION.equals(context.header("Sec-WebSocket-Version"))) {
            requireUpgrade(context);
        }
        String key = context.header("Sec-WebSocket-Key");
        if (key == null || !key.matches(KEY)) {
            throw new ProblemException(ProblemType.BAD_REQUEST.because("Sec-WebSocket-Key must be 16 bytes in Base64"));
        }
        if (!OwnOrigin.of(context)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN.because("The page of another server may not listen to this one"));
        }
        if (feed.isFull()) {
            throw EventQuery.tooMany();
        }
    }

    /** Where a WebSocket is asked for, the framework sends a status, and no body. */
    private void refuse(Context context, Problem problem) throws IOException {
        context.skipRemainingHandlers();
        Reply reply = Reply.problem(problem);
        context.status(reply.status()).contentType(reply.mediaType());
        reply.headers().forEach(context::header);
        byte[] body = json.write(ProblemBody.from(problem)).getBytes(StandardCharsets.UTF_8);
        context.res().getOutputStream().write(body);
    }
}
