package io.prismq.queue.adapter.http.task;

import io.prismq.queue.domain.task.Progress;

/**
 * How far the current attempt is.
 *
 * @param percent 0 to 100
 */
public record ProgressBody(int percent, String message) {
    public static ProgressBody from(Progress progress) {
        return new ProgressBody(progress.percent(), progress.message());
    }
}
