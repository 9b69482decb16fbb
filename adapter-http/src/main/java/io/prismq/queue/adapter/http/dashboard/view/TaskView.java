package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that there is to say about one task. */
public record TaskView(
        TaskRow row,
        Times times,
        @Nullable String key,
        @Nullable String worker,
        @Nullable String traceId,
        JsonText payload,
        JsonText compatibility,
        @Nullable JsonText result,
        @Nullable ProgressView progress,
        @Nullable FailureView failure,
        AttemptsView attempts,
        LogView log,
        Actions actions) {

    /** When what happened, or will. */
    public record Times(
            Moment created,
            Moment runAfter,
            @Nullable Moment started,
            @Nullable Moment finished,
            @Nullable Moment expires,
            @Nullable Moment leaseUntil,
            @Nullable Moment deadline) {}

    /** How far the attempt is, or came last. */
    public record ProgressView(int percent, String message) {}

    /** Why the latest attempt failed. */
    public record FailureView(String kind, String message) {}

    /**
     * Attempts, the latest first.
     *
     * @param kept how many there are
     * @param all whether all were asked for; they are many, and the page does not follow then
     */
    public record AttemptsView(List<AttemptView> shown, int kept, boolean all) {}

    /**
     * An attempt.
     *
     * @param outcome {@code processing} while it runs
     * @param took null while it runs
     */
    public record AttemptView(
            int number,
            String outcome,
            String worker,
            Moment started,
            @Nullable Moment ended,
            @Nullable String took,
            @Nullable Excerpt message) {}

    /**
     * The latest lines of the log.
     *
     * @param cut whether there are earlier lines
     */
    public record LogView(List<LogLineView> lines, boolean cut) {}

    /** A line of the log. */
    public record LogLineView(
            long number,
            Moment at,
            String level,
            Excerpt message,
            @Nullable JsonText details) {}

    /** What can be done to the task now. */
    public record Actions(boolean cancel, boolean retry, boolean delete) {}
}
