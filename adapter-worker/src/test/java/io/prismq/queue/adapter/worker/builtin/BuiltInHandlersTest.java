package io.prismq.queue.adapter.worker.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.StoreSize;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInHandlersTest {
    private final Maintenance queue = new Maintenance();

    @ParameterizedTest
    @CsvSource({
        "cleanup_runs, 3, 300, 5",
        "health_check, 2, 30, 3",
        "cleanup_temp_files, 3, 300, 5",
        "log_statistics, 2, 10, 1"
    })
    void treats_each_type_in_its_own_way(String type, int maxAttempts, int timeoutSeconds, int priority) {
        TaskTypePolicy policy = Objects.requireNonNull(BuiltInHandlers.POLICIES.get(new TaskType(type)));

        assertThat(policy.maxAttempts()).isEqualTo(maxAttempts);
        assertThat(policy.attemptTimeout()).isEqualTo(Duration.ofSeconds(timeoutSeconds));
        assertThat(policy.priority().value()).isEqualTo(priority);
        assertThat(policy.timeToLive()).isNull();
    }

    @Test
    void has_a_policy_for_every_handler() {
        List<TaskHandler> handlers = List.of(
                new CleanupRunsHandler(queue.retention(), queue.clock),
                new CleanupTempFilesHandler(List.of(), List.of(), queue.clock),
                new HealthCheckHandler(new SoundStore(), queue.queries, HealthThresholds.DEFAULT),
                new LogStatisticsHandler(queue.queries));

        assertThat(handlers)
                .extracting(TaskHandler::type)
                .containsExactlyInAnyOrderElementsOf(BuiltInHandlers.POLICIES.keySet());
    }

    private record SoundStore() implements StoreInspection {
        @Override
        public List<String> quickCheck() {
            return List.of();
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
            return Long.MAX_VALUE;
        }
    }
}
