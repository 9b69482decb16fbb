package io.prismq.queue.benchmarks.data;

/** In which statuses stored tasks stand. */
public enum Mix {
    /** A quarter scheduled, a quarter queued; of the rest most completed, some failed, some cancelled. */
    VARIED("CASE i % 8 WHEN 0 THEN 0 WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 1 WHEN 7 THEN 4 + i / 8 % 2 ELSE 3 END"),
    SCHEDULED("0"),
    QUEUED("1");

    private final String status;

    Mix(String status) {
        this.status = status;
    }

    /** The status of the task with the number i, in SQL. */
    String status() {
        return status;
    }
}
