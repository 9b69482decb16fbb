package io.prismq.queue.adapter.worker.builtin;

import static io.prismq.queue.adapter.worker.builtin.Maintenance.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CleanupRunsHandlerTest {
    private final Maintenance queue = new Maintenance();
    private final CleanupRunsHandler handler = new CleanupRunsHandler(queue.retention(), queue.clock);

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
    void deletes_what_finished_long_ago(TaskStatus status) throws Exception {
        queue.store(status);
        queue.clock.advance(Duration.ofHours(24));

        assertThat(run(handler, "{}")).isEqualTo("{\"deleted\":1}");
        assertThat(queue.stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "PROCESSING"})
    void keeps_what_has_not_finished_however_old(TaskStatus status) throws Exception {
        queue.store(status);
        queue.clock.advance(Duration.ofDays(1000));

        assertThat(run(handler, "{\"max_age_hours\":0}")).isEqualTo("{\"deleted\":0}");
    }

    @Test
    void keeps_what_finished_a_millisecond_too_late() throws Exception {
        queue.store(TaskStatus.COMPLETED);
        queue.clock.advance(Duration.ofHours(3).minusMillis(1));

        assertThat(run(handler, "{\"max_age_hours\":3}")).isEqualTo("{\"deleted\":0}");
    }

    @Test
    void tells_the_tasks_log_what_it_did() throws Exception {
        queue.store(TaskStatus.COMPLETED);

        assertThat(Maintenance.logOf(handler, "{\"max_age_hours\":0}"))
                .containsExactly("info deleted 1 tasks that finished at 2026-01-01T00:00:00Z or before");
    }

    @Test
    void an_age_of_0_deletes_everything_that_has_finished() throws Exception {
        queue.store(TaskStatus.COMPLETED);

        assertThat(run(handler, "{\"max_age_hours\":0}")).isEqualTo("{\"deleted\":1}");
    }

    @Test
    void deletes_more_than_one_batch() throws Exception {
        for (int i = 0; i < 250; i++) {
            queue.store(TaskStatus.CANCELLED);
        }

        assertThat(run(handler, "{\"max_age_hours\":0}")).isEqualTo("{\"deleted\":250}");
        assertThat(queue.stored()).isZero();
    }

    @Test
    void stops_when_it_is_interrupted() {
        Task kept = queue.store(TaskStatus.COMPLETED);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> run(answering(new CompletableFuture<>()), "{\"max_age_hours\":0}"));
        assertThat(queue.queries.get(kept.id())).isPresent();
    }

    @Test
    void fails_with_what_the_store_says() {
        queue.store(TaskStatus.COMPLETED);
        StoreFullException full = new StoreFullException("no room");

        assertThatExceptionOfType(StoreFullException.class)
                .isThrownBy(() -> run(answering(CompletableFuture.failedFuture(full)), "{\"max_age_hours\":0}"))
                .isSameAs(full);
    }

    @Test
    void fails_with_an_error_that_is_not_the_stores() {
        queue.store(TaskStatus.COMPLETED);
        CompletableFuture<?> bug = CompletableFuture.failedFuture(new IllegalStateException("a bug"));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> run(answering(bug), "{\"max_age_hours\":0}"));
    }

    private CleanupRunsHandler answering(CompletableFuture<?> answer) {
        return new CleanupRunsHandler(queue.retention(new SilentStore(queue.store, answer)), queue.clock);
    }

    /** A store whose every write ends in the same way, or never. */
    private record SilentStore(TaskStore kept, CompletableFuture<?> answer) implements TaskStore {
        @Override
        @SuppressWarnings("unchecked")
        public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
            return (CompletionStage<R>) answer;
        }

        @Override
        public <R> R read(Function<? super TaskReads, ? extends R> query) {
            return kept.read(query);
        }

        @Override
        public Subscription subscribe(Consumer<? super Commit> listener) {
            return kept.subscribe(listener);
        }
    }
}
