/**
 * The queue over HTTP: {@link io.prismq.queue.adapter.http.HttpServer} is the way in for the program that starts it.
 *
 * <p>A request meets its route, its controller and its request record, then a use case; what comes back is a reply of
 * response records. Nobody blocks a thread on a durable write: replies are sent when the write's stage completes.
 *
 * <p>Limits: plain HTTP/1.1; no keys, no TLS, no cross-origin access.
 */
@NullMarked
package io.prismq.queue.adapter.http;

import org.jspecify.annotations.NullMarked;
