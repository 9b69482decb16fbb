package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class SearchContract extends StoreTest {
    SearchContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void findsTheKeysThatBeginSo() {
        keyed("order-10", "order-9", "order", "other", "orde", "Order-1", "order-\uD83D\uDE00", "order\uFFFF", "ordes");

        assertThat(withPrefix("order", 10))
                .containsExactly("order", "order-10", "order-9", "order-\uD83D\uDE00", "order\uFFFF");
    }

    @Test
    void findsNoMoreKeysThanAreAskedFor() {
        keyed("a1", "a2", "a3");

        assertThat(withPrefix("a", 2)).containsExactly("a1", "a2");
    }

    @Test
    void goesOnWithAKey() {
        keyed("a1", "a2", "a3", "b1");

        assertThat(withPrefix("a", "a2", 1)).containsExactly("a2");
        assertThat(withPrefix("a", "a2", 10)).containsExactly("a2", "a3");
        assertThat(withPrefix("a", "a25", 10)).containsExactly("a3");
        assertThat(withPrefix("a", "a9", 10)).isEmpty();
    }

    @Test
    void findsKeysThatHoldWhatMeansSomethingToPatterns() {
        keyed("100%", "100x", "a_b", "axb", "a*");

        assertThat(withPrefix("100%", 10)).containsExactly("100%");
        assertThat(withPrefix("a_", 10)).containsExactly("a_b");
        assertThat(withPrefix("a*", 10)).containsExactly("a*");
    }

    @Test
    void findsTheFirstTaskSinceATime() {
        List<Task> tasks = new ArrayList<>();
        for (int minute = 0; minute < 40; minute++) {
            tasks.add(insert(aTask().createdAt(NOW.plus(Duration.ofMinutes(minute)))));
        }
        List.of(0, 1, 7, 8, 20, 39).forEach(gone -> delete(tasks.get(gone)));

        assertThat(firstSince(NOW.minusSeconds(1))).contains(tasks.get(2).id());
        assertThat(firstSince(NOW.plus(Duration.ofMinutes(5))))
                .contains(tasks.get(5).id());
        assertThat(firstSince(NOW.plus(Duration.ofMinutes(5)).plusMillis(1)))
                .contains(tasks.get(6).id());
        assertThat(firstSince(NOW.plus(Duration.ofMinutes(7))))
                .contains(tasks.get(9).id());
        assertThat(firstSince(NOW.plus(Duration.ofMinutes(38))))
                .contains(tasks.get(38).id());
        assertThat(firstSince(NOW.plus(Duration.ofMinutes(39)))).isEmpty();
    }

    @Test
    void findsNoTaskWhereThereIsNone() {
        assertThat(firstSince(NOW)).isEmpty();
        assertThat(withPrefix("a", 1)).isEmpty();
    }

    private void keyed(String... keys) {
        for (String key : keys) {
            insert(aTask().idempotencyKey(key));
        }
    }

    private List<String> withPrefix(String prefix, int limit) {
        return withPrefix(prefix, prefix, limit);
    }

    private List<String> withPrefix(String prefix, String from, int limit) {
        return ask(reads -> reads.search().withKeyPrefix(prefix, from, limit)).stream()
                .map(task -> java.util.Objects.requireNonNull(task.spec().idempotency())
                        .key())
                .toList();
    }

    private Optional<TaskId> firstSince(Instant time) {
        return ask(reads -> reads.search().firstSince(time));
    }
}
