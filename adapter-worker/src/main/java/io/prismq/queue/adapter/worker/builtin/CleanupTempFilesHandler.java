package io.prismq.queue.adapter.worker.builtin;

import io.prismq.queue.application.MaintenanceTypes;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the regular files below the configured directories that were last modified {@code max_age_hours} ago or
 * earlier, and answers {@code {"deleted_files": n, "deleted_bytes": b, "failed_files": f}}. The task's log names the latest.
 *
 * <p>Never follows a symbolic link, be it a file, a directory or a configured directory itself, and never leaves the
 * configured directories. Links and directories stay. A configured directory that does not exist is empty. What lies in a
 * spared directory stays, wherever the configured ones lead.
 */
public final class CleanupTempFilesHandler implements TaskHandler {
    public static final TaskType TYPE = MaintenanceTypes.CLEANUP_TEMP_FILES;

    private static final Logger LOG = LoggerFactory.getLogger(CleanupTempFilesHandler.class);

    private final List<Path> directories;
    private final List<Path> spared;
    private final Clock clock;

    public CleanupTempFilesHandler(List<Path> directories, List<Path> spared, Clock clock) {
        this.directories = List.copyOf(directories);
        this.spared = List.copyOf(spared);
        this.clock = clock;
        this.directories.stream()
                .filter(directory -> !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS))
                .forEach(directory -> LOG.warn(
                        "{} of maintenance.temp_directories is no directory now; nothing is deleted there until it is",
                        directory));
    }

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws TaskRejectedException, InterruptedException {
        SparedDirectories kept = SparedDirectories.of(spared);
        TempFileSweep sweep = new TempFileSweep(clock.now().minus(MaintenancePayload.maxAge(payload)), kept, context);
        for (Path root : directories) {
            if (!Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
                sweepRoot(sweep, root, kept);
            }
        }
        return Json.result(sweep.answer());
    }

    private static void sweepRoot(TempFileSweep sweep, Path root, SparedDirectories kept) throws InterruptedException {
        try (SweptDirectory directory = SweptDirectory.at(root)) {
            kept.requireOther(Files.readAttributes(root, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            sweep.sweep(directory);
        } catch (IOException why) {
            sweep.failed(root, why);
        }
    }
}
