package io.prismq.queue.adapter.http.audit;

import io.prismq.queue.adapter.http.exchange.NextLink;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.task.TaskId;

/**
 * The wish for a page of the audit log.
 *
 * @param limit the most that the page holds
 */
record AuditPage(AuditQuery query, int limit) {
    static final String AFTER = "after";
    static final String BEFORE = "before";
    static final String ACTOR = "actor";
    static final String ACTION = "action";
    static final String LIMIT = "limit";

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    static AuditPage of(Query query) {
        int limit = query.integer(LIMIT, 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        // One more than the page holds tells whether there is another page.
        AuditQuery asked = new AuditQuery(
                query.number(AFTER, 0, TaskId.MAX).orElse(0L),
                query.number(BEFORE, 1, TaskId.MAX).orElse(Long.MAX_VALUE),
                query.text(ACTOR),
                query.text(ACTION).map(AuditPage::action),
                limit + 1);
        return new AuditPage(asked, limit);
    }

    /** The link to what is older than the entry with this id, as far as it was asked for. */
    String linkBefore(long id) {
        NextLink link = NextLink.to(AuditController.PATH).with(LIMIT, limit).with(BEFORE, id);
        if (query.after() > 0) {
            link.with(AFTER, query.after());
        }
        query.actor().ifPresent(name -> link.with(ACTOR, name));
        query.action().ifPresent(action -> link.with(ACTION, action.word()));
        return link.toString();
    }

    private static Action action(String word) {
        return Action.of(word)
                .orElseThrow(() -> ProblemException.invalid(ACTION, "must be an action, such as cancel_task"));
    }
}
