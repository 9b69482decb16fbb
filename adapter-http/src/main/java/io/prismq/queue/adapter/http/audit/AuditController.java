package io.prismq.queue.adapter.http.audit;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.domain.audit.AuditEntry;
import java.util.List;

/** Shows who did what, page by page. */
public final class AuditController {
    static final String PATH = "/api/system/audit";

    private final Audit audit;

    public AuditController(Audit audit) {
        this.audit = audit;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, PATH, this::list)
                .taking(AuditPage.AFTER, AuditPage.BEFORE, AuditPage.ACTOR, AuditPage.ACTION, AuditPage.LIMIT));
    }

    private Reply list(Context context) {
        AuditPage page = AuditPage.of(Query.of(context));
        List<AuditEntry> found = audit.list(page.query());
        List<AuditEntry> shown = found.subList(0, Math.min(found.size(), page.limit()));
        Reply reply = Reply.ok(shown.stream().map(AuditEntryBody::from).toList());
        return found.size() > shown.size() ? reply.with("Link", page.linkBefore(last(shown))) : reply;
    }

    private static long last(List<AuditEntry> entries) {
        return entries.get(entries.size() - 1).id();
    }
}
