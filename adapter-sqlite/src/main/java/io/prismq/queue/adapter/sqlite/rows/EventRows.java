package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Lanes;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as elements of the list that a commit writes. What is written and what is read stand in the same order. */
final class EventRows {
    private EventRows() {}

    /** Without what is missing at the end. */
    static List<@Nullable Object> values(long laneId, QueueEvent event) {
        WorkerId worker = event.worker();
        FailureKind failure = event.failure();
        Progress progress = event.progress();
        By by = event.by();
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                event.at().toEpochMilli(),
                Codes.of(event.what()),
                laneId,
                event.task().value(),
                Codes.of(event.status()),
                event.attempt(),
                worker == null ? null : worker.value(),
                failure == null ? null : Codes.of(failure),
                progress == null ? null : progress.percent(),
                progress == null ? null : progress.message(),
                by == null ? null : by.name(),
                by == null ? null : by.address()));
        while (values.get(values.size() - 1) == null) {
            values.remove(values.size() - 1);
        }
        return values;
    }

    /** An event behind its id. */
    static QueueEvent event(Row row, Lanes lanes) throws SQLException {
        long id = row.number();
        Instant at = row.time();
        TaskEvent what = Codes.event(row.number());
        TaskType type = lanes.get(row.number()).key().type();
        TaskId task = new TaskId(row.number());
        TaskStatus status = Codes.status(row.number());
        int attempt = row.count();
        String worker = row.optionalText();
        Long failure = row.optionalNumber();
        Long percent = row.optionalNumber();
        String message = row.optionalText();
        String name = row.optionalText();
        String address = row.optionalText();
        return new QueueEvent(
                id,
                at,
                what,
                task,
                type,
                status,
                attempt,
                worker == null ? null : new WorkerId(worker),
                percent == null || message == null ? null : new Progress(Math.toIntExact(percent), message),
                failure == null ? null : Codes.failure(failure),
                name == null ? null : new By(name, address));
    }
}
