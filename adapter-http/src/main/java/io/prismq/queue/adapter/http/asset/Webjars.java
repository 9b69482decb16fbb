package io.prismq.queue.adapter.http.asset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Which version of each webjar the program was built with: it is part of their paths. And its own, as {@code prismq}. */
public final class Webjars {
    private Webjars() {}

    public static String version(String webjar) {
        byte[] versions = new Resource(Webjars.class, "webjar.properties", "").bytes();
        try {
            Properties byName = new Properties();
            byName.load(new StringReader(new String(versions, StandardCharsets.UTF_8)));
            return byName.getProperty(webjar);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
