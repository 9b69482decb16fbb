package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import java.util.Optional;

/** The cookie by which a browser shows its session: no script reads it, and no other site's page makes a browser send it. */
public final class SessionCookie {
    private static final String NAME = "prismq_session";

    private SessionCookie() {}

    public static Optional<String> of(Context context) {
        return Optional.ofNullable(context.cookie(NAME));
    }

    /** What makes the browser keep it, until it is closed. */
    public static String set(Context context, String token) {
        return NAME + "=" + token + guarded(context);
    }

    /** What makes the browser forget it. */
    public static String forget(Context context) {
        return NAME + "=; Max-Age=0" + guarded(context);
    }

    private static String guarded(Context context) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (context.req().isSecure() ? "; Secure" : "");
    }
}
