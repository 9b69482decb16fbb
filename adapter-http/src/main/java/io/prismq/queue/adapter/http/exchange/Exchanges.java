package io.prismq.queue.adapter.http.exchange;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs routes: checks what every request has to meet, sends the reply, or the problem that came instead. */
public final class Exchanges {
    /** What a socket takes at once: a longer reply may have to wait for its reader. */
    private static final int AT_ONCE = 16 << 10;

    private final Delivery delivery;
    private final Drain drain;
    private final Means means;
    private final ProblemFace face;
    private final Gate gate;

    /**
     * What all requests share.
     *
     * @param senders send the replies that may have to wait for a slow reader, so that no thread of the store does
     * @param bodies has room for what comes with the requests
     */
    public record Means(Executor senders, BodyRoom bodies) {}

    /**
     * Runs routes.
     *
     * @param face shows the problems
     * @param gate checks who asks, before anything else
     */
    public Exchanges(StrictJson json, Drain drain, Means means, ProblemFace face, Gate gate) {
        this.delivery = new Delivery(json);
        this.drain = drain;
        this.means = means;
        this.face = face;
        this.gate = gate;
    }

    public void add(Route route, RoutesConfig routes) {
        Consumer<Context> admission = gate.of(route.method(), route.path());
        Handler handler = context -> {
            admission.accept(context);
            run(route, context);
        };
        routes.addHttpHandler(route.method(), route.path(), handler);
        if (route.method().equals(HandlerType.GET)) {
            routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
        }
    }

    public void addProblems(RoutesConfig routes) {
        routes.exception(
                Exception.class,
                (failure, context) -> delivery.send(context, face.show(Problems.of(failure), context)));
        routes.exception(HttpResponseException.class, this::refuse);
        routes.error(500, this::explain);
    }

    private void run(Route route, Context context) {
        Query.of(context).requireOnly(route.queryNames());
        if (route.newWork() && drain.hasBegun()) {
            throw new ProblemException(ProblemType.DRAINING.because("The server takes no new work"));
        }
        context.future(() -> sent(context, reply(route, context)));
    }

    private CompletionStage<Reply> reply(Route route, Context context) {
        return route.method().equals(HandlerType.POST)
                ? Intake.of(context, route.maxBody(), means.bodies()).thenCompose(intake -> act(route, context, intake))
                : route.action().apply(context);
    }

    /** An action reads the body before it returns the stage of its reply. */
    private static CompletionStage<Reply> act(Route route, Context context, Intake intake) {
        try {
            return route.action().apply(context);
        } finally {
            intake.wasRead();
        }
    }

    /**
     * A reply is written by the thread that completes this future. A long one waits for its reader, and what completes
     * the reply must not: a sender completes the future then, and no stage derived from it, which might be complete
     * before anybody looks.
     */
    private CompletableFuture<Void> sent(Context context, CompletionStage<Reply> reply) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        reply.thenCompose(ready -> delivered(context, ready)).whenComplete((bytes, failure) -> {
            if (failure != null) {
                sent.completeExceptionally(failure);
            } else if (bytes <= AT_ONCE) {
                sent.complete(null);
            } else {
                means.senders().execute(() -> sent.complete(null));
            }
        });
        return sent;
    }

    private CompletionStage<Integer> delivered(Context context, Reply reply) {
        return reply.body() instanceof Streamed stream
                ? delivery.stream(context, reply, stream)
                : CompletableFuture.completedStage(delivery.send(context, reply));
    }

    private void refuse(HttpResponseException refusal, Context context) {
        String allowed = refusal.getDetails()
                .getOrDefault("availableMethods", refusal.getDetails().get("Available methods"));
        if (allowed != null) {
            context.header("Allow", allowed);
        }
        delivery.send(context, face.show(Problems.of(refusal), context));
    }

    /** Errors of the machine, such as a lack of memory, come here without a body. */
    private void explain(Context context) {
        if (context.resultInputStream() == null) {
            delivery.send(context, face.show(Problems.unexplained(), context));
        }
    }
}
