package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;

/** Who works. */
public record WorkersView(List<WorkerRow> workers) {}
