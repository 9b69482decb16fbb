package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.jooq.Tables.TASK;

import io.prismq.queue.adapter.sqlite.session.Column;
import io.prismq.queue.adapter.sqlite.session.Lane;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Task;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written into the columns of a task. */
final class TaskColumns {
    /** A payload of more characters stands in a table of its own: docs/decisions say why. */
    static final int INLINE_PAYLOAD = 1000;

    /** A new task and where it belongs. */
    record Placed(NewTask task, Lane lane) {}

    static final List<Column<Placed>> INSERTED = List.of(
            new Column<>(TASK.LANE_ID, placed -> placed.lane().id()),
            new Column<>(TASK.STATUS, placed -> Codes.of(placed.task().status())),
            new Column<>(
                    TASK.PRIORITY, placed -> placed.task().spec().priority().value()),
            new Column<>(TASK.ATTEMPTS, placed -> 0),
            new Column<>(TASK.MAX_ATTEMPTS, placed -> placed.task().spec().maxAttempts()),
            new Column<>(TASK.CLAIM_NO, placed -> 0),
            new Column<>(TASK.VERSION, placed -> 0),
            new Column<>(TASK.CREATED_AT, placed -> Column.millis(placed.task().createdAt())),
            new Column<>(TASK.RUN_AFTER, placed -> Column.millis(placed.task().runAfter())),
            new Column<>(TASK.EXPIRES_AT, placed -> Column.millis(placed.task().expiresAt())),
            new Column<>(TASK.IDEMPOTENCY_KEY, placed -> of(placed.task().spec().idempotency(), it -> it.key())),
            new Column<>(TASK.FINGERPRINT, placed -> of(placed.task().spec().idempotency(), it -> it.fingerprint())),
            new Column<>(TASK.TRACE_PARENT, placed -> of(placed.task().spec().trace(), it -> it.parent())),
            new Column<>(
                    TASK.PAYLOAD,
                    placed -> isInline(placed.task()) ? placed.task().payload().json() : null));

    /** What a heartbeat changes, or a clock that was set back: not the status, and so hardly an index. */
    static final List<Column<Task>> RENEWED = List.of(
            new Column<>(TASK.VERSION, task -> task.version() + 1),
            new Column<>(
                    TASK.LEASE_MS, task -> of(task.lease(), it -> it.length().toMillis())),
            new Column<>(TASK.LEASE_UNTIL, task -> of(task.lease(), it -> Column.millis(it.until()))),
            new Column<>(TASK.ATTEMPT_DEADLINE, task -> of(task.lease(), it -> Column.millis(it.deadline()))),
            new Column<>(TASK.PROGRESS_PERCENT, task -> of(task.progress(), it -> it.percent())),
            new Column<>(TASK.PROGRESS_MESSAGE, task -> of(task.progress(), it -> it.message())));

    /** What any transition may change. */
    static final List<Column<Task>> MOVED = Stream.concat(
                    RENEWED.stream(),
                    Stream.of(
                            new Column<Task>(TASK.STATUS, task -> Codes.of(task.status())),
                            new Column<Task>(TASK.ATTEMPTS, Task::attempts),
                            new Column<Task>(TASK.CLAIM_NO, Task::claimNo),
                            new Column<Task>(TASK.RUN_AFTER, task -> Column.millis(task.runAfter())),
                            new Column<Task>(TASK.EXPIRES_AT, task -> Column.millis(task.expiresAt())),
                            new Column<Task>(TASK.STARTED_AT, task -> Column.millis(task.startedAt())),
                            new Column<Task>(TASK.FINISHED_AT, task -> Column.millis(task.finishedAt())),
                            new Column<Task>(
                                    TASK.WORKER_ID,
                                    task -> of(task.lease(), it -> it.worker().value())),
                            new Column<Task>(
                                    TASK.LEASE_TOKEN,
                                    task -> of(task.lease(), it -> it.token().value())),
                            new Column<Task>(
                                    TASK.CLAIM_ID, task -> of(task.lease(), it -> of(it.claim(), id -> id.value()))),
                            new Column<Task>(TASK.FAILURE_KIND, task -> of(task.failure(), it -> Codes.of(it.kind()))),
                            new Column<Task>(TASK.FAILURE_MESSAGE, task -> of(task.failure(), it -> it.message()))))
            .toList();

    private TaskColumns() {}

    static boolean isInline(NewTask task) {
        return task.payload().json().length() <= INLINE_PAYLOAD;
    }

    private static <S> @Nullable Object of(@Nullable S source, Function<S, @Nullable Object> value) {
        return source == null ? null : value.apply(source);
    }
}
