package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;

/** Tells our own pages from those of others: a browser lets the script of any page send to any server. */
public final class OwnOrigin {
    private OwnOrigin() {}

    /** Whether the request comes from a page of this server, or from no page at all: browsers name the page's server. */
    public static boolean of(Context context) {
        String origin = context.header("Origin");
        return origin == null || origin.replaceFirst("^https?://", "").equals(context.header("Host"));
    }
}
