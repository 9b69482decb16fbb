package io.prismq.queue.adapter.http.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header {@code Link} that leads to the next page of a list (RFC 8288). */
public final class NextLink {
    private final StringBuilder address;
    private char separator = '?';

    private NextLink(String path) {
        this.address = new StringBuilder(path);
    }

    public static NextLink to(String path) {
        return new NextLink(path);
    }

    public NextLink with(String name, Object value) {
        address.append(separator).append(name).append('=');
        address.append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        separator = '&';
        return this;
    }

    /** What the header says. */
    @Override
    public String toString() {
        return "<" + address + ">; rel=\"next\"";
    }
}
