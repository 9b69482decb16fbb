package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.telemetry.log.TaskLog;
import io.prismq.queue.adapter.telemetry.metrics.Metrics;
import io.prismq.queue.adapter.telemetry.metrics.QueueMetrics;
import io.prismq.queue.bootstrap.server.PrismqProcess.Part;
import java.util.List;

/** Those who are told of commits for the sake of operators. */
record Watch(TaskLog log, Metrics metrics, QueueMetrics counters, Traces traces) {
    List<Part> parts() {
        return List.of(
                Part.open("metrics", metrics::close),
                new Part("task log", log::start, log::close),
                new Part("counters", counters::start, counters::close),
                new Part("traces", traces::start, traces::close));
    }
}
