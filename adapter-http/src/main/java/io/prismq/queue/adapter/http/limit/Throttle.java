package io.prismq.queue.adapter.http.limit;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Gate;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.access.Actor;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Lets nobody ask more often, or wait in more places, than he may. A request that was let in by a key counts for the key,
 * and every other for the address that it comes from: so does one whose key is refused, and keys cannot be tried out faster.
 */
public final class Throttle implements Gate {
    private static final Set<String> HEALTH = Set.of("/health/live", "/health/ready");
    private static final Set<String> WAITING = Set.of("/api/queue/claims", "/api/queue/events");
    private static final Set<String> WAITING_IF_ASKED =
            Set.of("/api/queue/tasks/{task_id}", "/api/queue/poll/{task_id}");
    private static final String WAIT = "wait_seconds";
    private static final String SOCKET = "/api/queue/ws";

    private final Gate gate;
    private final Optional<Requests> requests;
    private final Waits waits;

    /**
     * A gate before another.
     *
     * @param waits of those who are let in
     */
    public Throttle(Gate gate, Optional<Rate> rate, Waits waits) {
        this.gate = gate;
        this.requests = rate.map(Requests::new);
        this.waits = waits;
    }

    /** For whom the request counts, once it was let in. */
    public static String caller(Context context) {
        return Admitted.named(context).map(Actor::name).orElseGet(() -> Address.of(context));
    }

    @Override
    public Consumer<Context> of(HandlerType method, String path) {
        Consumer<Context> admission = gate.of(method, path);
        if (HEALTH.contains(path)) {
            return admission;
        }
        Consumer<Context> counted = context -> count(context, admission);
        if (WAITING.contains(path)) {
            return counted.andThen(this::enter);
        }
        if (WAITING_IF_ASKED.contains(path)) {
            return counted.andThen(context -> {
                if (context.queryParam(WAIT) != null) {
                    enter(context);
                }
            });
        }
        return path.equals(SOCKET) ? counted.andThen(context -> waits.requireOne(caller(context))) : counted;
    }

    private void count(Context context, Consumer<Context> admission) {
        try {
            admission.accept(context);
        } catch (RuntimeException refused) {
            requests.ifPresent(limit -> limit.count(context, Address.of(context)));
            throw refused;
        }
        requests.ifPresent(limit -> limit.count(context, caller(context)));
    }

    private void enter(Context context) {
        Waits.Place place = waits.enter(caller(context)).orElseThrow(waits::tooMany);
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()), failure -> place.leave());
    }

    /** Those of each caller, with the headers of draft-ietf-httpapi-ratelimit-headers-10. */
    private static final class Requests {
        private final Buckets buckets;
        private final String policy;

        Requests(Rate rate) {
            this.buckets = new Buckets(rate.burst(), rate.refill());
            this.policy = "\"default\";q=%d;w=%d".formatted(rate.burst(), Buckets.seconds(rate.refill()));
        }

        void count(Context context, String caller) {
            Buckets.Draw draw = buckets.draw(caller);
            context.header("RateLimit-Policy", policy);
            context.header("RateLimit", "\"default\";r=%d;t=%d".formatted(draw.left(), Buckets.seconds(draw.full())));
            if (!draw.granted()) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS.because("Send requests more slowly: see the RateLimit headers"));
            }
        }
    }
}
