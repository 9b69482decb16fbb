package io.prismq.queue.adapter.http.system;

import io.prismq.queue.adapter.http.exchange.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** A file on the class path that is served as it is. */
record Resource(String path, String mediaType) {
    /** A file beside this class. */
    static Resource own(String name, String mediaType) {
        return new Resource(name, mediaType);
    }

    static Resource ofSwaggerUi(String name, String mediaType) {
        return new Resource("/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/" + name, mediaType);
    }

    Reply reply() {
        return new Reply(200, mediaType, bytes(), Map.of(), null);
    }

    byte[] bytes() {
        try (InputStream file = Resource.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the program was packed without " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The version is part of the webjar's paths. */
    private static String swaggerUiVersion() {
        try {
            Properties versions = new Properties();
            versions.load(
                    new StringReader(new String(own("webjar.properties", "").bytes(), StandardCharsets.UTF_8)));
            return versions.getProperty("swagger-ui.version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
