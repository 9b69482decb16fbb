package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;

/** Guards cookies: no script reads them, no other site's page makes a browser send them, and none goes out of TLS. */
public final class OwnCookie {
    private OwnCookie() {}

    /** The value of {@code Set-Cookie}, of its beginning. */
    public static String guarded(Context context, String cookie) {
        return cookie + "; Path=/; HttpOnly; SameSite=Strict" + (context.req().isSecure() ? "; Secure" : "");
    }
}
