package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.session.Session;
import java.time.Duration;
import java.util.concurrent.locks.Lock;

/**
 * Keeps what SQLite knows of the distribution of values, for questions that people ask in its shell, as
 * https://www.sqlite.org/lang_analyze.html#periodically_run_pragma_optimize_ recommends: now and then, and so that only a
 * few rows of each index are looked at.
 *
 * <p>The statements of the store have the same plans with and without it. Only of a table that was next to empty when
 * it was looked at, SQLite would believe for hours that it is best read as a whole: of small tables nothing is kept.
 */
public final class Statistics implements Chore {
    private static final String FORGET_SMALL_TABLES = """
            DELETE FROM sqlite_stat1 WHERE tbl NOT IN
              (SELECT tbl FROM sqlite_stat1 GROUP BY tbl HAVING max(CAST(stat AS INTEGER)) >= 10000)""";

    private final Lock turn;
    private final Pause pause = new Pause(Duration.ofHours(1));

    /** @param turn what a writer holds while it writes */
    public Statistics(Lock turn) {
        this.turn = turn;
    }

    @Override
    public void look(Session session) {
        if (pause.isOver()) {
            turn.lock();
            try {
                optimize(session);
            } finally {
                turn.unlock();
            }
        }
    }

    /** In one transaction: nobody sees in between what is forgotten again. After an error the session is to be closed. */
    public static void optimize(Session session) {
        // Without a limit it would also take samples, by which a statement is planned anew for each value.
        session.execute("PRAGMA analysis_limit = 400");
        session.execute("BEGIN IMMEDIATE");
        // Of all tables that have changed much, not only of those that this connection has asked.
        session.runToItsEnd("PRAGMA optimize = 0x10002");
        session.runToItsEnd(FORGET_SMALL_TABLES);
        session.execute("COMMIT");
    }
}
