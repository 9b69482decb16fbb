package io.prismq.queue.adapter.http.dashboard.action;

import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.application.ChangeOutcome;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** What can be done to tasks, one or many. */
enum Change {
    CANCEL("Cancel", "cancelled", "Tasks that are not finished", "What runs is told to stop."),
    RETRY("Retry", "queued again", "Failed and cancelled tasks", "They start over, with all their attempts."),
    DELETE(
            "Delete",
            "deleted",
            "Finished tasks",
            "They are removed for good, with their results and logs. This cannot be undone.");

    private final String verb;
    private final String done;
    private final String fit;
    private final String consequence;

    Change(String verb, String done, String fit, String consequence) {
        this.verb = verb;
        this.done = done;
        this.fit = fit;
        this.consequence = consequence;
    }

    static Change parse(String word) {
        return Arrays.stream(values())
                .filter(change -> change.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("action", "must be cancel, retry or delete"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code Cancel 17 tasks}. */
    String title(int tasks) {
        return verb + " " + Amount.of(tasks, "task");
    }

    String done() {
        return done;
    }

    /** What it does, in a sentence. */
    String consequence() {
        return consequence;
    }

    /** Which tasks it is for, in a sentence. */
    String rule() {
        return fit + " can be " + done + ".";
    }

    /** The domain is asked, and nothing is done. */
    boolean fits(Task task, Instant now) {
        return switch (this) {
            case CANCEL -> task.cancel(now).fold(moved -> true, refusal -> false);
            case RETRY -> task.retry(now).fold(moved -> true, refusal -> false);
            case DELETE -> task.isDeletable();
        };
    }

    CompletionStage<ChangeOutcome> apply(TaskSubmission submission, TaskId id, By by) {
        return switch (this) {
            case CANCEL -> submission.cancel(id, by);
            case RETRY -> submission.retry(id, by);
            case DELETE -> submission.delete(id, by);
        };
    }
}
