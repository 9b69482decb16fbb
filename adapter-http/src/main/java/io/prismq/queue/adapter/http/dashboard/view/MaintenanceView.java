package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the queue in order.
 *
 * @param database what the tasks take on disk
 * @param log what is committed and not yet in there
 * @param recent the latest tasks of operations
 */
public record MaintenanceView(
        List<OperationView> operations,
        String defaultAge,
        String maxAge,
        String database,
        String log,
        List<BackupRow> backups,
        List<RunRow> recent) {

    /** Something that can be run. */
    public record OperationView(String word, String name, String about, boolean takesAge) {}

    /**
     * A task of an operation.
     *
     * @param said the beginning of its result, or who runs it, or why it failed
     */
    public record RunRow(TaskRow task, String said) {}

    /**
     * A backup.
     *
     * @param about its size and number of tasks, or why it failed
     */
    public record BackupRow(
            String name,
            String status,
            Moment started,
            @Nullable String took,
            String about,
            @Nullable String sha256) {}
}
