package io.prismq.queue.adapter.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * A request has the method of its first line. Javalin would let a header name another, past every proxy that lets only
 * some methods through.
 */
final class OwnMethod implements HttpConfiguration.Customizer {
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    @Override
    public Request customize(Request request, HttpFields.Mutable answered) {
        return request.getHeaders().contains(OVERRIDE) ? withoutOverride(request) : request;
    }

    private static Request withoutOverride(Request request) {
        HttpFields headers =
                HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
