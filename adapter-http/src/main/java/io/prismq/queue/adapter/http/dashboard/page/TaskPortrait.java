package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.Excerpt;
import io.prismq.queue.adapter.http.dashboard.view.JsonText;
import io.prismq.queue.adapter.http.dashboard.view.Moment;
import io.prismq.queue.adapter.http.dashboard.view.TaskRow;
import io.prismq.queue.adapter.http.dashboard.view.TaskView;
import io.prismq.queue.domain.task.Attempt;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Lease;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of a task what its page shows at a time. */
record TaskPortrait(Instant now) {
    /** A page is fetched again and again while a task lives: what a worker says at length is not. */
    private static final int MOST_ATTEMPTS = 10;

    private static final int MOST_CHARACTERS = 2000;

    /**
     * What is shown of a task.
     *
     * @param attempts the oldest first
     * @param allOfThem whether more than the latest are shown
     */
    TaskView of(StoredTask stored, List<Attempt> attempts, boolean allOfThem, TaskDetailPage.Latest log) {
        Task task = stored.task();
        TraceContext trace = task.spec().trace();
        Result result = stored.result();
        Idempotency idempotency = task.spec().idempotency();
        Lease lease = task.lease();
        return new TaskView(
                TaskRow.of(task, now),
                times(task, lease),
                idempotency == null ? null : idempotency.key(),
                lease == null ? null : lease.worker().value(),
                trace == null ? null : trace.traceId(),
                JsonText.of(stored.payload().json()),
                JsonText.of(task.spec().compatibility().json()),
                JsonText.orNull(result == null ? null : result.json()),
                progress(task.progress()),
                failure(task.failure()),
                attempts(attempts, allOfThem),
                new TaskView.LogView(log.lines().stream().map(this::line).toList(), log.cut()),
                actions(task));
    }

    private TaskView.Times times(Task task, @Nullable Lease lease) {
        return new TaskView.Times(
                Moment.of(task.createdAt(), now),
                Moment.of(task.runAfter(), now),
                Moment.orNull(task.startedAt(), now),
                Moment.orNull(task.finishedAt(), now),
                Moment.orNull(task.expiresAt(), now),
                Moment.orNull(lease == null ? null : lease.until(), now),
                Moment.orNull(lease == null ? null : lease.deadline(), now));
    }

    private TaskView.AttemptsView attempts(List<Attempt> oldestFirst, boolean all) {
        List<Attempt> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return new TaskView.AttemptsView(
                newestFirst.stream()
                        .limit(all ? Attempt.KEPT : MOST_ATTEMPTS)
                        .map(this::attempt)
                        .toList(),
                newestFirst.size(),
                all);
    }

    private TaskView.AttemptView attempt(Attempt attempt) {
        Attempt.End end = attempt.end();
        return new TaskView.AttemptView(
                attempt.number(),
                end == null ? TaskStatus.PROCESSING.word() : end.outcome().word(),
                attempt.worker().value(),
                Moment.of(attempt.startedAt(), now),
                Moment.orNull(end == null ? null : end.at(), now),
                end == null ? null : Amount.length(Duration.between(attempt.startedAt(), end.at())),
                Excerpt.orNull(end == null ? null : end.message(), MOST_CHARACTERS));
    }

    private TaskView.LogLineView line(LogLine line) {
        LogEntry entry = line.entry();
        String details = entry.details();
        return new TaskView.LogLineView(
                line.number(),
                Moment.of(entry.at(), now),
                entry.level().word(),
                Excerpt.of(entry.message(), MOST_CHARACTERS),
                details == null ? null : JsonText.of(details, MOST_CHARACTERS));
    }

    private static TaskView.@Nullable ProgressView progress(@Nullable Progress progress) {
        return progress == null ? null : new TaskView.ProgressView(progress.percent(), progress.message());
    }

    private static TaskView.@Nullable FailureView failure(@Nullable Failure failure) {
        return failure == null ? null : new TaskView.FailureView(failure.kind().word(), failure.message());
    }

    /** The domain is asked, and nothing is done. */
    private TaskView.Actions actions(Task task) {
        return new TaskView.Actions(
                task.cancel(now).fold(moved -> true, refusal -> false),
                task.retry(now).fold(moved -> true, refusal -> false),
                task.isDeletable());
    }
}
