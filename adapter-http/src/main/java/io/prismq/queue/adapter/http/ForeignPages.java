package io.prismq.queue.adapter.http;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/**
 * Tells browsers which pages of other servers may read what is answered here (CORS, <a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch</a>). Their scripts present a key: cookies are not taken
 * from them.
 */
final class ForeignPages {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE");
    private static final Set<String> HEADERS = Set.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-None-Match",
            "Last-Event-ID",
            "traceparent");
    private static final Set<String> ANSWERED =
            Set.of("ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "WWW-Authenticate");

    private ForeignPages() {}

    /** Lets the pages of these origins ask, and no others. */
    static void let(Set<String> origins, Server server) {
        if (origins.isEmpty()) {
            return;
        }
        CrossOriginHandler handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(origins.stream().map(Pattern::quote).collect(Collectors.toSet()));
        handler.setAllowedMethods(METHODS);
        handler.setAllowedHeaders(HEADERS);
        handler.setExposedHeaders(ANSWERED);
        handler.setDeliverPreflightRequests(false);
        // The route of the WebSocket has a check of its own, which lets in the pages of this server.
        handler.setDeliverNonAllowedOriginWebSocketUpgradeRequests(true);
        server.insertHandler(handler);
    }
}
