package io.prismq.queue.benchmarks.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareQueueTest {
    @TempDir
    private Path directory;

    @Test
    void writesEveryRowThatTheProgramWrites() throws SQLException {
        try (BareDatabase database = BareDatabase.create(directory.resolve("bare.db"))) {
            BareQueue queue = new BareQueue(database);
            queue.enqueue(250);
            assertThat(queue.drain(100, "{}")).isTrue();

            assertThat(database.number("SELECT count(*) FROM task WHERE status = 1"))
                    .isEqualTo(150);
            assertThat(database.number("SELECT count(*) FROM task WHERE status = 3 AND finished_at > 0"))
                    .isEqualTo(100);
            assertThat(database.number("SELECT count(*) FROM attempt WHERE outcome = 0"))
                    .isEqualTo(100);
            assertThat(database.number("SELECT count(*) FROM task_result")).isEqualTo(100);
            assertThat(database.number("SELECT tasks FROM lane_count WHERE status = 1"))
                    .isEqualTo(150);
            assertThat(database.number("SELECT tasks FROM lane_count WHERE status = 3"))
                    .isEqualTo(100);
            assertThat(database.number("SELECT count(*) FROM task_events WHERE event = 'enqueued'"))
                    .isEqualTo(250);
            assertThat(database.number("SELECT count(*) FROM task_events WHERE event = 'completed'"))
                    .isEqualTo(100);
            assertThat(database.number("SELECT max(event_id) FROM task_events")).isEqualTo(450);
            assertThat(database.number("SELECT sum(times) FROM activity")).isEqualTo(450);
        }
    }

    @Test
    void drainsUntilNothingIsLeft() throws SQLException {
        try (BareDatabase database = BareDatabase.create(directory.resolve("bare.db"))) {
            BareDrain drain = new BareDrain(database, "{}");

            assertThat(drain.tasksPerSecond(150)).isPositive();

            assertThat(database.number("SELECT count(*) FROM task WHERE status = 3"))
                    .isEqualTo(150);
        }
    }
}
