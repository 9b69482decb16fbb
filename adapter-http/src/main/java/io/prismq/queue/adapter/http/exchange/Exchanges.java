package io.prismq.queue.adapter.http.exchange;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/** Runs routes: checks what every request has to meet, sends the reply, or the problem that came instead. */
public final class Exchanges {
    private final StrictJson json;
    private final Drain drain;

    public Exchanges(StrictJson json, Drain drain) {
        this.json = json;
        this.drain = drain;
    }

    public void add(Route route, RoutesConfig routes) {
        routes.addHttpHandler(route.method(), route.path(), context -> run(route, context));
        if (route.method().equals(HandlerType.GET)) {
            routes.addHttpHandler(HandlerType.HEAD, route.path(), context -> run(route, context));
        }
    }

    public void addProblems(RoutesConfig routes) {
        routes.exception(Exception.class, (failure, context) -> send(context, Reply.problem(Problems.of(failure))));
        routes.exception(HttpResponseException.class, this::refuse);
        routes.error(500, this::explain);
    }

    private void run(Route route, Context context) {
        Query.of(context).requireOnly(route.queryNames());
        if (route.newWork() && drain.hasBegun()) {
            throw new ProblemException(ProblemType.DRAINING.because("The server takes no new work"));
        }
        CompletionStage<Reply> reply = route.action().apply(context);
        context.future(() -> reply.thenAccept(body -> send(context, body)).toCompletableFuture());
    }

    private void refuse(HttpResponseException refusal, Context context) {
        String allowed = refusal.getDetails()
                .getOrDefault("availableMethods", refusal.getDetails().get("Available methods"));
        if (allowed != null) {
            context.header("Allow", allowed);
        }
        send(context, Reply.problem(Problems.of(refusal)));
    }

    /** Errors of the machine, such as a lack of memory, come here without a body. */
    private void explain(Context context) {
        if (context.resultInputStream() == null) {
            send(context, Reply.problem(Problems.unexplained()));
        }
    }

    private void send(Context context, Reply reply) {
        context.status(reply.status()).contentType(reply.mediaType());
        reply.headers().forEach(context::header);
        if (reply.body() != null) {
            context.result(
                    reply.body() instanceof byte[] bytes
                            ? bytes
                            : json.write(reply.body()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
