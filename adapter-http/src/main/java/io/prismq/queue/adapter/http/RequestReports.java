package io.prismq.queue.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.prismq.queue.adapter.http.monitoring.Answered;
import io.prismq.queue.adapter.http.monitoring.RequestObserver;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an observer of requests, in words of which there are only so many. */
final class RequestReports implements RequestLogger {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private static final float NANOS_PER_MILLI = 1_000_000;

    private final RequestObserver observer;

    RequestReports(RequestObserver observer) {
        this.observer = observer;
    }

    @Override
    public void handle(Context context, Float millis) {
        observer.answered(new Answered(
                method(context.method()),
                route(context.endpoints().lastHttpEndpoint()),
                context.statusCode(),
                Duration.ofNanos((long) (millis * NANOS_PER_MILLI)),
                Objects.requireNonNullElse(context.header("traceparent"), "")));
    }

    private static String method(HandlerType method) {
        return METHODS.contains(method.name()) ? method.name() : Answered.OTHER;
    }

    private static String route(@Nullable Endpoint endpoint) {
        return endpoint == null ? Answered.NO_ROUTE : endpoint.path;
    }
}
