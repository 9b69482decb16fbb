package io.prismq.queue.adapter.http.backup;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.BackupStatus;
import io.prismq.queue.application.Backups;
import io.prismq.queue.domain.port.BackupName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Begins backups, and shows those that there are. */
public final class BackupController {
    private static final String PATH = "/api/system/backups";
    private static final String NAME = "name";

    private final Backups backups;

    public BackupController(Backups backups) {
        this.backups = backups;
    }

    public List<Route> routes() {
        return List.of(
                Route.later(HandlerType.POST, PATH, this::start).asNewWork(),
                Route.now(HandlerType.GET, PATH, this::list),
                Route.now(HandlerType.GET, PATH + "/{" + NAME + "}", this::get));
    }

    private CompletionStage<Reply> start(Context context) {
        return backups.start(Admitted.by(context))
                .thenApply(begun -> begun.map(BackupController::accepted)
                        .orElseGet(() -> Reply.problem(ProblemType.BACKUP_RUNNING.because(
                                "Wait until the backup that is being made is done"))));
    }

    private static Reply accepted(BackupStatus run) {
        return Reply.of(202, BackupBody.from(run))
                .with("Location", PATH + "/" + segment(run.name().text()));
    }

    /** A file may have any name. */
    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Reply list(Context context) {
        return Reply.ok(backups.list().stream().map(BackupBody::from).toList());
    }

    private Reply get(Context context) {
        return BackupName.parse(context.pathParam(NAME))
                .flatMap(backups::get)
                .map(status -> Reply.ok(BackupBody.from(status)))
                .orElseGet(() -> Reply.problem(notFound()));
    }

    private static Problem notFound() {
        return ProblemType.NOT_FOUND.because("The backup was not found");
    }
}
