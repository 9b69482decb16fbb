package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.util.Set;

/** Tells our own pages from those of others: a browser lets the script of any page send to any server. */
public final class OwnOrigin {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private OwnOrigin() {}

    /**
     * Requires that no page of another server changes something here.
     *
     * @throws ProblemException 403 if one tries to
     */
    public static void requireToAct(Context context) {
        if (!READING.contains(context.method().name()) && !of(context)) {
            throw new ProblemException(ProblemType.FORBIDDEN.because("The page of another server may not act here"));
        }
    }

    /** Whether the request comes from a page of this server, or from no page at all: browsers name the page's server. */
    public static boolean of(Context context) {
        String origin = context.header("Origin");
        return origin == null || origin.replaceFirst("^https?://", "").equals(context.header("Host"));
    }
}
