package io.prismq.queue.adapter.http.dashboard.action;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.ConfirmView;
import io.prismq.queue.adapter.http.dashboard.view.Notice;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.ChangeOutcome;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Cancels, retries and deletes tasks, one or many, after a page that asks whether it is meant. */
public final class TaskActions {
    /** Where an action may lead back to: a list or a task, and never to another site. */
    private static final Pattern BACK = Pattern.compile("/tasks(/[0-9]{1,16})?(\\?[A-Za-z0-9_=&%.*+-]*)?");

    private static final String BACK_TO = "back";
    private static final String LIST = "/tasks";

    private static final int FORM_BYTES = 256 << 10;

    private static final String CONFIRM = "/tasks/confirm";
    private static final String ACT = "/tasks/actions";
    private static final String ACTION = "action";
    private static final String ID = "id";

    private final TaskSubmission submission;
    private final TaskQueries queries;
    private final Clock clock;
    private final Front front;

    public TaskActions(TaskSubmission submission, TaskQueries queries, Clock clock, Front front) {
        this.submission = submission;
        this.queries = queries;
        this.clock = clock;
        this.front = front;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, CONFIRM, this::confirm).taking(ACTION, ID, BACK_TO),
                front.guard().post(ACT, this::act).accepting(FORM_BYTES),
                Pages.leading(ACT, LIST));
    }

    /** Asked for with GET: the way back from the answer leads here again, and asks anew. */
    private Reply confirm(Context context) {
        Query query = Query.of(context);
        Change change = Change.parse(query.text(ACTION).orElse(""));
        List<TaskId> ids = Selected.in(query.all(ID));
        String back = back(query.text(BACK_TO));
        if (ids.isEmpty()) {
            return nothingSelected(context, back);
        }
        ConfirmView view =
                Candidates.of(change, ids, queries.find(ids), clock.now()).question(ACT, back);
        return front.pages().show(context, new Page("confirm", view.question(), LIST, view));
    }

    private CompletionStage<Reply> act(Context context, Form form) {
        Change change = Change.parse(form.text(ACTION).orElse(""));
        List<TaskId> ids = Selected.in(form.all(ID));
        if (ids.isEmpty()) {
            return CompletableFuture.completedStage(nothingSelected(context, back(form.text(BACK_TO))));
        }
        By by = Admitted.by(context);
        List<CompletableFuture<ChangeOutcome>> outcomes = ids.stream()
                .map(id -> change.apply(submission, id, by).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenApply(all -> told(
                        context,
                        change,
                        back(form.text(BACK_TO)),
                        outcomes.stream().map(CompletableFuture::join).toList()));
    }

    /** The page of a task that is deleted is no more. */
    private static Reply told(Context context, Change change, String back, List<ChangeOutcome> outcomes) {
        Notice notice = notice(change, outcomes);
        boolean isGone = change == Change.DELETE && notice.good() && back.startsWith(LIST + "/");
        return Pages.goTo(context, isGone ? LIST : back, notice);
    }

    private static Reply nothingSelected(Context context, String back) {
        return Pages.goTo(context, back, new Notice(false, "No task is selected"));
    }

    private static String back(Optional<String> path) {
        return path.filter(wish -> BACK.matcher(wish).matches()).orElse(LIST);
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
