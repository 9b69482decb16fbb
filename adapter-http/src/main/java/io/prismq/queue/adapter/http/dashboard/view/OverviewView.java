package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the queue stands. */
public record OverviewView(
        List<AlarmView> alarms, List<DepthView> depths, String total, Rates rates, List<TypeRow> types) {

    /**
     * Something that wants a look.
     *
     * @param urgent whether work stands still
     */
    public record AlarmView(boolean urgent, String text) {}

    /** How many tasks are in a status. */
    public record DepthView(String status, String count) {}

    /**
     * What happened in the last hour.
     *
     * @param oldest how long the oldest queued task has waited; null where none waits
     * @param chart its minutes, as JSON
     * @param rows its numbers in steps of some minutes, the latest first
     */
    public record Rates(
            String completed,
            String perMinute,
            String failed,
            String failureRate,
            @Nullable String oldest,
            String workers,
            String chart,
            List<RateRow> rows) {}

    /** Some minutes. */
    public record RateRow(Moment from, String enqueued, String completed, String failed) {}

    /**
     * A type of task.
     *
     * @param counts by status, in the order of the statuses
     */
    public record TypeRow(
            String type,
            boolean paused,
            List<DepthView> counts,
            @Nullable String oldest) {}
}
