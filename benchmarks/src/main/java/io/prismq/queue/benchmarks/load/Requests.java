package io.prismq.queue.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** Requests as the bytes that are sent. */
public final class Requests {
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

    private Requests() {}

    public static byte[] get(String path) {
        return ("GET " + path + HOST + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** With a body in JSON; an empty one says that there is none. */
    public static byte[] post(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String type = bytes.length == 0 ? "" : "Content-Type: application/json\r\n";
        byte[] head = ("POST " + path + HOST + type + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        return request;
    }
}
