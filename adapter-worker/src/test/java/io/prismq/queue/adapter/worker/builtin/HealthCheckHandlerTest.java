package io.prismq.queue.adapter.worker.builtin;

import static io.prismq.queue.adapter.worker.builtin.Maintenance.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.StoreSize;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthCheckHandlerTest {
    private static final long ROOM = 1000;

    private final Maintenance queue = new Maintenance();
    private final Inspection inspection = new Inspection();

    @Test
    void is_ok_while_everything_is_within_its_threshold() throws Exception {
        queue.store(TaskStatus.QUEUED);
        queue.clock.advance(Duration.ofMinutes(1));

        assertThat(check())
                .startsWith(
                        "{\"status\":\"ok\",\"checks\":[{\"name\":\"database\",\"status\":\"ok\",\"message\":\"sound\"}")
                .contains("{\"name\":\"disk\",\"status\":\"ok\",\"message\":\"1000 bytes free\"}")
                .contains("{\"name\":\"memory\",\"status\":\"ok\"")
                .contains("{\"name\":\"queue_depth\",\"status\":\"ok\",\"message\":\"1 task waits\"}")
                .contains(
                        "{\"name\":\"queue_age\",\"status\":\"ok\",\"message\":\"the oldest task waits for 60 seconds\"}");
    }

    @Test
    void fails_on_a_damaged_database_and_says_what_is_wrong() throws Exception {
        inspection.faults = List.of("page 7 is never used", "row 3 missing from index");

        assertThat(check())
                .startsWith("{\"status\":\"failing\"")
                .contains("\"status\":\"failing\",\"message\":\"page 7 is never used; row 3 missing from index\"");
    }

    @Test
    void fails_where_the_database_cannot_be_checked() throws Exception {
        inspection.trouble = new StoreCorruptException("the file is not a database");

        assertThat(check())
                .startsWith("{\"status\":\"failing\"")
                .contains("cannot be checked: the file is not a database");
    }

    @Test
    void warns_when_the_disk_gets_full() throws Exception {
        inspection.free = ROOM - 1;

        assertThat(check()).startsWith("{\"status\":\"warning\"").contains("\"disk\",\"status\":\"warning\"");
    }

    @Test
    void an_unknown_room_is_no_warning() throws Exception {
        inspection.free = Long.MAX_VALUE;

        assertThat(check()).startsWith("{\"status\":\"ok\"").contains("free room is unknown");
    }

    @Test
    void warns_when_many_tasks_wait() throws Exception {
        queue.store(TaskStatus.QUEUED);
        queue.store(TaskStatus.QUEUED);

        assertThat(check()).startsWith("{\"status\":\"warning\"").contains("\"queue_depth\",\"status\":\"warning\"");
    }

    @Test
    void warns_when_a_task_waits_long() throws Exception {
        queue.store(TaskStatus.QUEUED);
        queue.clock.advance(Duration.ofMinutes(1).plusMillis(1));

        assertThat(check()).startsWith("{\"status\":\"warning\"").contains("\"queue_age\",\"status\":\"warning\"");
    }

    @Test
    void warns_when_the_heap_fills_up() throws Exception {
        byte[] used = new byte[(int) (Runtime.getRuntime().maxMemory() / 50)];

        assertThat(check(new HealthThresholds(0, 0, 1, Duration.ofMinutes(1))))
                .startsWith("{\"status\":\"warning\"")
                .contains("\"memory\",\"status\":\"warning\"");
        assertThat(used).isNotEmpty();
    }

    @Test
    void what_fails_is_worse_than_what_warns() throws Exception {
        inspection.free = 0;
        inspection.faults = List.of("page 7 is never used");

        assertThat(check()).startsWith("{\"status\":\"failing\"");
    }

    @Test
    void takes_no_fields() {
        HealthCheckHandler handler = new HealthCheckHandler(inspection, queue.queries, HealthThresholds.DEFAULT);

        assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> run(handler, "{\"x\":1}"));
    }

    @Test
    void a_share_of_the_heap_is_a_percentage() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HealthThresholds(0, 101, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new HealthThresholds(0, -1, 1, Duration.ZERO));
    }

    private String check() throws Exception {
        return check(new HealthThresholds(ROOM, 100, 1, Duration.ofMinutes(1)));
    }

    private String check(HealthThresholds thresholds) throws Exception {
        return run(new HealthCheckHandler(inspection, queue.queries, thresholds), "{}");
    }

    /** What a test says the store's disk looks like. */
    private static final class Inspection implements StoreInspection {
        private List<String> faults = List.of();
        private @Nullable TaskStoreException trouble;
        private long free = ROOM;

        @Override
        public List<String> quickCheck() {
            if (trouble != null) {
                throw trouble;
            }
            return faults;
        }

        @Override
        public CompletionStage<?> tryWrite() {
            return CompletableFuture.completedStage(true);
        }

        @Override
        public StoreSize size() {
            return new StoreSize(0, 0);
        }

        @Override
        public long freeBytes() {
            return free;
        }
    }
}
