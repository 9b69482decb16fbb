package io.prismq.queue.adapter.worker.builtin;

import static io.prismq.queue.adapter.worker.builtin.Maintenance.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import io.prismq.queue.adapter.worker.LogLines;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogStatisticsHandlerTest {
    private final Maintenance queue = new Maintenance();
    private final LogStatisticsHandler handler = new LogStatisticsHandler(queue.queries);

    @Test
    void answers_with_the_numbers_under_the_names_of_the_api() throws Exception {
        queue.store(TaskStatus.QUEUED);
        queue.store(TaskStatus.PROCESSING);
        queue.store(TaskStatus.COMPLETED);
        queue.store(TaskStatus.FAILED);
        queue.store(TaskStatus.FAILED);
        queue.store(TaskStatus.CANCELLED);
        queue.clock.advance(Duration.ofMillis(5_999));

        assertThat(run(handler, "{}"))
                .isEqualTo("{\"total_tasks\":6,\"scheduled_tasks\":0,\"queued_tasks\":1,\"processing_tasks\":1,"
                        + "\"completed_tasks\":1,\"failed_tasks\":2,\"cancelled_tasks\":1,"
                        + "\"oldest_queued_age_seconds\":5}");
    }

    @Test
    void tells_no_age_when_nothing_is_queued() throws Exception {
        assertThat(run(handler, "{}")).endsWith("\"oldest_queued_age_seconds\":null}");
    }

    @Test
    void writes_one_line_to_the_log() throws Exception {
        try (LogLines log = new LogLines(LogStatisticsHandler.class)) {
            String answer = run(handler, "{}");

            assertThat(log.at(Level.INFO)).containsExactly("queue statistics: " + answer);
        }
    }

    @Test
    void takes_no_fields() {
        assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> run(handler, "{\"x\":1}"));
    }
}
