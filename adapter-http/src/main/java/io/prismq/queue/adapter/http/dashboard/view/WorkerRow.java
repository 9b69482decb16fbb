package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;

/**
 * A worker.
 *
 * @param capabilities as JSON in lines
 * @param running the ids of the tasks that it holds, as many as are shown
 * @param stuck handlers that go on though their attempts have ended
 */
public record WorkerRow(
        String id,
        List<String> types,
        String capabilities,
        Moment firstSeen,
        Moment lastSeen,
        List<String> running,
        String held,
        int stuck) {}
