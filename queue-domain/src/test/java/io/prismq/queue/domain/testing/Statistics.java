package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.port.StatisticsReads;
import io.prismq.queue.domain.port.StoreFill;
import io.prismq.queue.domain.task.TaskCounts;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the indexes tell of all tasks at once. */
record Statistics(TaskIndexes indexes, Events events) implements StatisticsReads {
    @Override
    public TaskCounts counts() {
        return new TaskCounts(indexes.cells.names().stream()
                .map(cell -> new TaskCounts.Cell(
                        cell.type(), cell.status(), indexes.cells.of(cell).size()))
                .toList());
    }

    @Override
    public StoreFill fill() {
        return new StoreFill() {
            @Override
            public long tasks() {
                return counts().total();
            }

            @Override
            public long bytes() {
                return 0;
            }
        };
    }

    @Override
    public List<Activity> activity(Instant since) {
        return events.activity(since);
    }

    @Override
    public Map<TaskType, Instant> oldestQueued() {
        return indexes.oldest.names().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        type -> indexes.oldest.of(type).first().rank()));
    }
}
