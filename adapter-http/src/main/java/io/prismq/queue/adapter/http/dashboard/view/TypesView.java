package io.prismq.queue.adapter.http.dashboard.view;

import io.prismq.queue.adapter.http.dashboard.view.OverviewView.DepthView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of tasks. */
public record TypesView(List<Row> types) {
    /**
     * A type and its policy.
     *
     * @param paused since when; null where its tasks are offered to workers
     * @param counts of the statuses in which something is to come, or went wrong
     * @param oldest how long its oldest queued task has waited; null where none waits
     */
    public record Row(
            String type,
            @Nullable Moment paused,
            List<DepthView> counts,
            @Nullable String oldest,
            Policy policy) {}

    /**
     * How its tasks are treated.
     *
     * @param timeToLive {@code for ever} where they may wait so
     * @param backoff from the first wait to the longest
     * @param retention of completed, failed and cancelled tasks
     */
    public record Policy(
            String priority,
            String attempts,
            String timeout,
            String lease,
            String timeToLive,
            String backoff,
            String retention) {}
}
