package io.prismq.queue.adapter.http.client;

import io.prismq.queue.adapter.http.exchange.NextLink;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Statuses;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.task.TaskLinks;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.TaskId;
import java.util.Optional;

/** The wish for a page of tasks. */
record ListQuery(Optional<String> status, Optional<String> type, int limit, Optional<String> cursor) {
    static final String STATUS = "status";
    static final String TYPE = "type";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final long MAX_BYTES = 4 << 20;

    static ListQuery from(Query query) {
        return new ListQuery(
                query.text(STATUS),
                query.text(TYPE),
                query.integer(LIMIT, 1, MAX_LIMIT).orElse(DEFAULT_LIMIT),
                query.text(CURSOR));
    }

    TaskQuery toQuery() {
        return new TaskQuery(type.map(TypeNames::parse), status.map(Statuses::parse), before(), limit, MAX_BYTES);
    }

    /** The link to the page after the given task, with the same filters and limit. */
    String linkAfter(TaskId last) {
        NextLink link = NextLink.to(TaskLinks.TASKS).with(LIMIT, limit);
        status.ifPresent(value -> link.with(STATUS, value));
        type.ifPresent(value -> link.with(TYPE, value));
        return link.with(CURSOR, new Cursor(last, filters()).encode()).toString();
    }

    private Optional<TaskId> before() {
        return cursor.map(text -> Cursor.decode(text)
                .filter(decoded -> decoded.filters().equals(filters()))
                .map(Cursor::before)
                .orElseThrow(() -> ProblemException.invalid(
                        CURSOR, "must be the cursor of a next link, with the same status and type")));
    }

    private String filters() {
        return status.orElse("") + "," + type.orElse("");
    }
}
