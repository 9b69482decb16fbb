package io.prismq.queue.adapter.sqlite.rows;

import static io.prismq.queue.adapter.sqlite.TestDatabase.unit;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.port.TaskTransaction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the event log holds of an event, byte for byte. */
class EventRowsTest {
    private static final String ENQUEUED = "[" + NOW.toEpochMilli() + ",0,1,%d,1,0";
    private static final String NOBODY = ENQUEUED + "]";
    private static final String SOMEBODY = ENQUEUED + ",null,null,null,null,\"key 0123456789ab\"";

    private final TestDatabase database;

    EventRowsTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void holdNothingOfNobody() {
        database.commit(List.of(unit(EventRowsTest::enqueue)));

        assertThat(column("list FROM event_log")).containsExactly("[" + NOBODY.formatted(1) + "]");
    }

    @Test
    void holdWhoAskedAndFromWhere() {
        database.commit(List.of(unit(tx -> enqueue(BY, tx))));

        assertThat(column("list FROM event_log")).containsExactly("[" + SOMEBODY.formatted(1) + ",\"192.0.2.1\"]]");
        assertThat(column("actor || ' ' || address FROM task_events")).containsExactly("key 0123456789ab 192.0.2.1");
    }

    @Test
    void holdNoAddressWhereThereIsNone() {
        database.commit(List.of(unit(tx -> enqueue(new By(BY.name(), null), tx))));

        assertThat(column("list FROM event_log")).containsExactly("[" + SOMEBODY.formatted(1) + "]]");
    }

    @Test
    void holdOfEachUnitOfACommitWhoAskedForIt() {
        database.commit(List.of(
                unit(tx -> enqueue(BY, tx)),
                unit(EventRowsTest::enqueue),
                unit(tx -> {
                    tx.history().by(BY);
                    throw new IllegalStateException("no");
                }),
                unit(EventRowsTest::enqueue)));

        assertThat(column("list FROM event_log"))
                .containsExactly("[" + SOMEBODY.formatted(1) + ",\"192.0.2.1\"]," + NOBODY.formatted(2) + ","
                        + NOBODY.formatted(3) + "]");
    }

    private static long enqueue(By by, TaskTransaction tx) {
        tx.history().by(by);
        return enqueue(tx);
    }

    private static long enqueue(TaskTransaction tx) {
        return tx.insert(aTask().build()).id().value();
    }

    private List<String> column(String question) {
        return database.session().ask("SELECT " + question, Row::text);
    }
}
