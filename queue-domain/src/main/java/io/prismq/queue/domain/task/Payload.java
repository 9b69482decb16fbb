package io.prismq.queue.domain.task;

/**
 * What the handler is to work on: the text of a JSON object, kept verbatim and never read here.
 *
 * @param json at most {@value #MAX_BYTES} bytes of UTF-8; that it is well-formed is the caller's promise
 */
public record Payload(String json) {
    public static final int MAX_BYTES = JsonText.MAX_BYTES;
    public static final Payload EMPTY = new Payload("{}");

    public Payload {
        JsonText.requireBounded("payload", json);
    }
}
