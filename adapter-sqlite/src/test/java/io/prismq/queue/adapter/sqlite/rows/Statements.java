package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.adapter.sqlite.session.Session;

/** Statements that tests elsewhere let fail. */
public final class Statements {
    /** The last but those of the event log that a commit runs. */
    public static final String ADD_TO_COUNT = Session.sql(TaskWrites.ADD_TO_COUNT);

    private Statements() {}
}
