package io.prismq.queue.domain.task;

/**
 * What a completed task produced: any JSON text, kept verbatim and never read here.
 *
 * @param json at most {@value #MAX_BYTES} bytes of UTF-8; that it is well-formed is the caller's promise
 */
public record Result(String json) {
    public static final int MAX_BYTES = JsonText.MAX_BYTES;

    /**
     * A result within its bound.
     *
     * @throws ResultTooLargeException if it is beyond it
     */
    public Result {
        JsonText.requireText("result", json);
        if (JsonText.isLonger(json, MAX_BYTES)) {
            throw new ResultTooLargeException();
        }
    }
}
