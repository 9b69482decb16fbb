package io.prismq.queue.adapter.http.dashboard.action;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.dashboard.html.Guard;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.page.MaintenancePage;
import io.prismq.queue.adapter.http.dashboard.view.Notice;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.maintenance.DirectRuns;
import io.prismq.queue.adapter.http.maintenance.Operation;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.Payload;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Runs maintenance as it is configured, and begins backups. */
public final class MaintenanceActions {
    static final String RUN = MaintenancePage.PATH + "/run";
    private static final String BACKUP = MaintenancePage.PATH + "/backup";

    private final TaskSubmission submission;
    private final Backups backups;
    private final DirectRuns directRuns;
    private final boolean useTaskQueue;
    private final Guard guard;

    /**
     * Acts as it is configured.
     *
     * @param useTaskQueue whether operations are enqueued; otherwise they are run at once
     */
    public MaintenanceActions(
            TaskSubmission submission, Backups backups, DirectRuns directRuns, boolean useTaskQueue, Guard guard) {
        this.submission = submission;
        this.backups = backups;
        this.directRuns = directRuns;
        this.useTaskQueue = useTaskQueue;
        this.guard = guard;
    }

    public List<Route> routes() {
        return List.of(
                guard.post(RUN, this::run).asNewWork(),
                Pages.leading(RUN, MaintenancePage.PATH),
                guard.post(BACKUP, this::backup).asNewWork(),
                Pages.leading(BACKUP, MaintenancePage.PATH));
    }

    private CompletionStage<Reply> run(Context context, Form form) {
        Wish wish = Wish.of(form.text(Wish.OPERATION), form.text(Wish.AGE));
        Operation operation = wish.operation();
        Payload payload = operation.payload(wish.hours());
        String name = operation.type().value();
        By by = Admitted.by(context);
        return useTaskQueue
                ? submission
                        .order(EnqueueCommand.of(operation.type(), payload), by)
                        .thenApply(task -> back(context, true, "%s is task %s".formatted(name, task.id())))
                : directRuns
                        .run(operation.type(), payload, by)
                        .thenApply(result -> back(context, true, name + ": " + result.json()));
    }

    private CompletionStage<Reply> backup(Context context, Form form) {
        return backups.start(Admitted.by(context))
                .thenApply(started -> started.map(begun ->
                                back(context, true, "Backup " + begun.name().text() + " has begun"))
                        .orElseGet(() -> back(context, false, "A backup is being made already")));
    }

    private static Reply back(Context context, boolean good, String text) {
        return Pages.goTo(context, MaintenancePage.PATH, new Notice(good, text));
    }
}
