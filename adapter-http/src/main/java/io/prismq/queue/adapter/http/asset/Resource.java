package io.prismq.queue.adapter.http.asset;

import io.prismq.queue.adapter.http.exchange.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A file on the class path that is served as it is.
 *
 * @param owner whose package a relative path begins in
 */
public record Resource(Class<?> owner, String path, String mediaType) {
    public static final String SCRIPT = "text/javascript; charset=utf-8";
    public static final String STYLE = "text/css; charset=utf-8";
    public static final String HTML = "text/html; charset=utf-8";

    /** A file of a webjar, by its path in there. */
    public static Resource ofWebjar(String webjar, String path, String mediaType) {
        return new Resource(
                Resource.class,
                "/META-INF/resources/webjars/%s/%s/%s".formatted(webjar, Webjars.version(webjar), path),
                mediaType);
    }

    public Reply reply() {
        return new Reply(200, mediaType, bytes(), Map.of(), null);
    }

    public byte[] bytes() {
        try (InputStream file = owner.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the program was packed without " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
