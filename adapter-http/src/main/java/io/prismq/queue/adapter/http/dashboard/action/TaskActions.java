package io.prismq.queue.adapter.http.dashboard.action;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.ConfirmView;
import io.prismq.queue.adapter.http.dashboard.view.Notice;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.ChangeOutcome;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Cancels, retries and deletes tasks, one or many, after a page that asks whether it is meant. */
public final class TaskActions {
    /** Where an action may lead back to: a list or a task, and never to another site. */
    private static final Pattern BACK = Pattern.compile("/tasks(/[0-9]{1,16})?(\\?[A-Za-z0-9_=&%.*+-]*)?");

    private static final String LIST = "/tasks";

    private static final int FORM_BYTES = 256 << 10;

    private final TaskSubmission submission;
    private final Front front;

    public TaskActions(TaskSubmission submission, Front front) {
        this.submission = submission;
        this.front = front;
    }

    public List<Route> routes() {
        return List.of(
                front.guard().post("/tasks/confirm", this::confirm).accepting(FORM_BYTES),
                front.guard().post("/tasks/actions", this::act).accepting(FORM_BYTES));
    }

    private CompletionStage<Reply> confirm(Context context, Form form) {
        Change change = Change.parse(form.text("action").orElse(""));
        List<TaskId> ids = Selected.in(form);
        if (ids.isEmpty()) {
            return nothingSelected(form);
        }
        String title = change.title(ids.size());
        ConfirmView view = new ConfirmView(
                change.word(),
                title + "?",
                change.consequence(),
                title,
                ids.stream().map(TaskId::toString).toList(),
                back(form));
        return CompletableFuture.completedStage(
                front.pages().show(context, new Page("confirm", title + "?", LIST, view)));
    }

    private CompletionStage<Reply> act(Context context, Form form) {
        Change change = Change.parse(form.text("action").orElse(""));
        List<TaskId> ids = Selected.in(form);
        if (ids.isEmpty()) {
            return nothingSelected(form);
        }
        List<CompletableFuture<ChangeOutcome>> outcomes = ids.stream()
                .map(id -> change.apply(submission, id).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenApply(all -> told(
                        change,
                        back(form),
                        outcomes.stream().map(CompletableFuture::join).toList()));
    }

    /** The page of a task that is deleted is no more. */
    private static Reply told(Change change, String back, List<ChangeOutcome> outcomes) {
        Notice notice = notice(change, outcomes);
        boolean isGone = change == Change.DELETE && notice.good() && back.startsWith(LIST + "/");
        return Pages.goTo(isGone ? LIST : back, notice);
    }

    private static CompletionStage<Reply> nothingSelected(Form form) {
        return CompletableFuture.completedStage(Pages.goTo(back(form), new Notice(false, "No task is selected")));
    }

    private static String back(Form form) {
        return form.text("back").filter(path -> BACK.matcher(path).matches()).orElse(LIST);
    }

    private static Notice notice(Change change, List<ChangeOutcome> outcomes) {
        List<String> refusals = outcomes.stream()
                .map(outcome -> outcome.fold(
                        task -> "",
                        (task, refusal) ->
                                "task " + task.id() + " is " + task.status().word(),
                        () -> "a task is gone"))
                .filter(refusal -> !refusal.isEmpty())
                .toList();
        int done = outcomes.size() - refusals.size();
        if (refusals.isEmpty()) {
            return new Notice(true, Amount.of(done, "task") + " " + change.done());
        }
        String others = refusals.size() == 1 ? "" : ", and so on";
        return new Notice(
                false,
                "%d of %s %s: %s%s"
                        .formatted(done, Amount.of(outcomes.size(), "task"), change.done(), refusals.get(0), others));
    }
}
