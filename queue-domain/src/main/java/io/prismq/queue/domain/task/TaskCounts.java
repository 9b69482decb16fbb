package io.prismq.queue.domain.task;

import java.util.List;

/** How many tasks are stored, by type and status. */
public record TaskCounts(List<Cell> cells) {
    /**
     * The tasks of one type in one status.
     *
     * @param count at least 1
     */
    public record Cell(TaskType type, TaskStatus status, long count) {}

    public TaskCounts {
        cells = List.copyOf(cells);
    }

    public long of(TaskStatus status) {
        return cells.stream()
                .filter(cell -> cell.status() == status)
                .mapToLong(Cell::count)
                .sum();
    }

    public long total() {
        return cells.stream().mapToLong(Cell::count).sum();
    }
}
