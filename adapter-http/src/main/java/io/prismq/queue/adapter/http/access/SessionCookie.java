package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.exchange.OwnCookie;
import java.util.Optional;

/** The cookie by which a browser shows its session. */
public final class SessionCookie {
    private static final String NAME = "prismq_session";

    private SessionCookie() {}

    public static Optional<String> of(Context context) {
        return Optional.ofNullable(context.cookie(NAME));
    }

    /** What makes the browser keep it, until it is closed. */
    public static String set(Context context, String token) {
        return OwnCookie.guarded(context, NAME + "=" + token);
    }

    /** What makes the browser forget it. */
    public static String forget(Context context) {
        return OwnCookie.guarded(context, NAME + "=; Max-Age=0");
    }
}
