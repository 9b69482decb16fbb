package io.prismq.queue.adapter.http.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.client.EnqueueRequest;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.dashboard.html.Page;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.view.Notice;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.EnqueueOutcome.Enqueued;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.domain.port.LaneLimitException;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A form for a new task, empty or filled from another task. */
public final class EnqueuePage {
    private static final String PATH = "/enqueue";
    private static final String FROM = "from";

    /** A payload of the largest size, each byte percent-encoded. */
    private static final int FORM_BYTES = 4 << 20;

    private final TaskSubmission submission;
    private final TaskQueries queries;
    private final TaskTypes types;
    private final Bodies bodies;
    private final Front front;

    public EnqueuePage(TaskSubmission submission, TaskQueries queries, TaskTypes types, Bodies bodies, Front front) {
        this.submission = submission;
        this.queries = queries;
        this.types = types;
        this.bodies = bodies;
        this.front = front;
    }

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, PATH, this::show).taking(FROM),
                front.guard().post(PATH, this::enqueue).accepting(FORM_BYTES).asNewWork());
    }

    private Reply show(Context context) {
        Optional<Long> from = Query.of(context).number(FROM, 1, TaskId.MAX);
        if (from.isEmpty()) {
            return form(context, 200, EnqueueForm.empty(), null, Optional.empty());
        }
        TaskId id = new TaskId(from.get());
        StoredTask model = queries.get(id).orElseThrow(() -> new ProblemException(TaskIds.notFound(id)));
        return form(context, 200, EnqueueForm.like(model), id.toString(), Optional.empty());
    }

    private CompletionStage<Reply> enqueue(Context context, Form sent) {
        EnqueueForm form = EnqueueForm.from(sent);
        EnqueueRequest request;
        try {
            request = form.request(bodies);
        } catch (ProblemException refused) {
            return CompletableFuture.completedStage(refused(context, form, refused.problem()));
        }
        return submission
                .enqueue(List.of(request.toCommand(Optional.empty())), Admitted.by(context))
                .thenApply(outcome -> outcome.fold(
                        accepted -> accepted(accepted.tasks().get(0)),
                        reused -> refused(
                                context,
                                form,
                                Problem.invalid(
                                        EnqueueField.IDEMPOTENCY_KEY.word(), "belongs to a different request"))))
                .exceptionallyCompose(failure -> isLaneLimit(failure)
                        ? CompletableFuture.completedStage(refused(
                                context,
                                form,
                                Problem.invalid(
                                        EnqueueField.COMPATIBILITY.word(),
                                        "cannot be taken: there are too many different ones")))
                        : CompletableFuture.failedStage(failure));
    }

    private static boolean isLaneLimit(Throwable failure) {
        return failure instanceof LaneLimitException || failure.getCause() instanceof LaneLimitException;
    }

    private static Reply accepted(Enqueued enqueued) {
        TaskId id = enqueued.task().id();
        String text = enqueued.repeated() ? "Task " + id + " came of this request before" : "Task " + id + " enqueued";
        return Pages.goTo("/tasks/" + id, new Notice(true, text));
    }

    private Reply refused(Context context, EnqueueForm form, Problem problem) {
        int status = problem.type() == ProblemType.MALFORMED_JSON
                ? ProblemType.INVALID_FIELD.status()
                : problem.type().status();
        return form(context, status, form, null, Optional.of(problem));
    }

    private Reply form(
            Context context, int status, EnqueueForm form, @Nullable String from, Optional<Problem> problem) {
        List<String> known =
                types.all().stream().map(type -> type.type().value()).toList();
        String title = problem.isPresent() ? "New task: not valid" : "New task";
        return front.pages().show(context, status, new Page("enqueue", title, PATH, form.view(known, from, problem)));
    }
}
