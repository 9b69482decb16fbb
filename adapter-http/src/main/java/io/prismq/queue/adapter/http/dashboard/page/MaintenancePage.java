package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.backup.BackupBody;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.MaintenanceView;
import io.prismq.queue.adapter.http.dashboard.view.MaintenanceView.BackupRow;
import io.prismq.queue.adapter.http.dashboard.view.MaintenanceView.OperationView;
import io.prismq.queue.adapter.http.dashboard.view.MaintenanceView.RunRow;
import io.prismq.queue.adapter.http.dashboard.view.Moment;
import io.prismq.queue.adapter.http.dashboard.view.TaskRow;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.maintenance.Operation;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.MaintenanceTypes;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreSize;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Shows how the queue is kept in order: operations, backups, the size of the database. */
public final class MaintenancePage {
    public static final String PATH = "/maintenance";

    private static final int RECENT = 10;
    private static final int RESULT_LENGTH = 100;
    private static final long MAX_CHARACTERS = 1 << 20;

    private final Sources sources;
    private final Clock clock;
    private final Pages pages;

    /**
     * What the page is made from.
     *
     * @param tempDirectories in how many of them files may be deleted
     */
    public record Sources(TaskQueries queries, Backups backups, Supplier<StoreSize> size, int tempDirectories) {}

    public MaintenancePage(Sources sources, Clock clock, Pages pages) {
        this.sources = sources;
        this.clock = clock;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, PATH, this::show));
    }

    private Reply show(Context context) {
        Instant now = clock.now();
        StoreSize bytes = sources.size().get();
        MaintenanceView view = new MaintenanceView(
                Arrays.stream(Operation.values()).map(this::operation).toList(),
                Integer.toString(Operation.DEFAULT_AGE_HOURS),
                Integer.toString(Operation.MAX_AGE_HOURS),
                Amount.bytes(bytes.database()),
                Amount.bytes(bytes.log()),
                sources.backups().list().stream()
                        .map(backup -> backup(BackupBody.from(backup), now))
                        .toList(),
                sources.queries().recent(MaintenanceTypes.ALL, RECENT, MAX_CHARACTERS).stream()
                        .map(stored -> run(stored, now))
                        .toList());
        return pages.show(context, new Page("maintenance", "Maintenance", PATH, view));
    }

    private OperationView operation(Operation operation) {
        String words = operation.type().value().replace('_', ' ');
        return new OperationView(
                operation.type().value(),
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                switch (operation) {
                    case CLEANUP_RUNS ->
                        "Deletes the finished tasks of every type that ended so many hours ago or earlier.";
                    case HEALTH_CHECK -> "Looks whether the database is sound, and how much room is left.";
                    case CLEANUP_TEMP_FILES ->
                        "Deletes the files below %s that were last changed so many hours ago or earlier."
                                .formatted(directories());
                    case LOG_STATISTICS -> "Writes the numbers of the queue to the log of the server.";
                },
                operation.takesAge());
    }

    /** How many: where they are, is nobody's business. */
    private String directories() {
        return sources.tempDirectories() == 0
                ? "maintenance.temp_directories (here, none is configured)"
                : "the %d configured %s"
                        .formatted(
                                sources.tempDirectories(),
                                sources.tempDirectories() == 1 ? "directory" : "directories");
    }

    private static RunRow run(StoredTask stored, Instant now) {
        TaskRow row = TaskRow.of(stored.task(), now);
        Result result = stored.result();
        return new RunRow(row, result == null ? row.note() : shortened(result.json()));
    }

    private static String shortened(String json) {
        return json.length() <= RESULT_LENGTH ? json : json.substring(0, RESULT_LENGTH) + "…";
    }

    private static BackupRow backup(BackupBody backup, Instant now) {
        Instant finished = backup.finishedAtUtc();
        Long bytes = backup.bytes();
        Long tasks = backup.tasks();
        String about = bytes == null || tasks == null
                ? Objects.requireNonNullElse(backup.errorMessage(), "")
                : Amount.bytes(bytes) + ", " + Amount.of(tasks, "task");
        return new BackupRow(
                backup.name(),
                backup.status(),
                Moment.of(backup.startedAtUtc(), now),
                finished == null ? null : Amount.length(Duration.between(backup.startedAtUtc(), finished)),
                about,
                backup.sha256());
    }
}
