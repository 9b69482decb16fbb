package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One method on one path.
 *
 * @param queryNames the query parameters that it takes; every other is refused
 * @param newWork whether it makes work that outlives the request: refused while the server drains
 * @param maxBody the most bytes that its body may have
 */
public record Route(
        HandlerType method,
        String path,
        Set<String> queryNames,
        boolean newWork,
        int maxBody,
        Function<Context, CompletionStage<Reply>> action) {
    private static final int SMALL_BODY = 64 << 10;

    public Route {
        queryNames = Set.copyOf(queryNames);
    }

    /** A route whose reply is there when its action returns. */
    public static Route now(HandlerType method, String path, Function<Context, Reply> action) {
        return later(method, path, context -> CompletableFuture.completedStage(action.apply(context)));
    }

    /** A route whose reply comes when its stage completes; no thread waits for it. */
    public static Route later(HandlerType method, String path, Function<Context, CompletionStage<Reply>> action) {
        return new Route(method, path, Set.of(), false, SMALL_BODY, action);
    }

    public Route taking(String... names) {
        return new Route(method, path, Set.of(names), newWork, maxBody, action);
    }

    public Route asNewWork() {
        return new Route(method, path, queryNames, true, maxBody, action);
    }

    /** A body of more bytes is refused, whether its length is announced or not. */
    public Route accepting(int maxBytes) {
        return new Route(method, path, queryNames, newWork, maxBytes, action);
    }
}
