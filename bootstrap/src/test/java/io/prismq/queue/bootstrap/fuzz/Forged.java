package io.prismq.queue.bootstrap.fuzz;

import java.nio.charset.StandardCharsets;

/** A request as it goes over the wire. */
final class Forged {
    private static final int SHOWN = 300;

    private final String head;
    private final byte[] body;
    private final boolean sound;

    /** @param sound whether it is HTTP, whatever it asks for: then there has to be an answer, and the connection may go on */
    Forged(String head, byte[] body, boolean sound) {
        this.head = head;
        this.body = body;
        this.sound = sound;
    }

    byte[] bytes() {
        return Mutation.join(head.getBytes(StandardCharsets.UTF_8), body);
    }

    boolean isSound() {
        return sound;
    }

    boolean isHead() {
        return head.startsWith("HEAD ");
    }

    @Override
    public String toString() {
        String text = head + new String(body, 0, Math.min(SHOWN, body.length), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(2 * SHOWN, text.length()));
    }
}
