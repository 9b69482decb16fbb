package io.prismq.queue.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prismq.queue.domain.task.LeaseToken;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PortValuesTest {
    @Nested
    class AClaim {
        @Test
        void takesAtLeastOneTask() {
            assertThat(ClaimCriteria.of(Tasks.SKILLS, 1).limit()).isEqualTo(1);
            assertThatIllegalArgumentException().isThrownBy(() -> ClaimCriteria.of(Tasks.SKILLS, 0));
        }
    }

    @Nested
    class AListOfTasks {
        @Test
        void doesNotChangeWithTheListThatItWasMadeFrom() {
            List<Task> tasks = List.of(Tasks.in(TaskStatus.QUEUED));
            List<StoredTask> stored = new ArrayList<>();
            List<Commit.Change> changes = new ArrayList<>(
                    List.of(new Commit.Change(Tasks.NOW, TaskEvent.ENQUEUE, tasks.get(0), Optional.empty(), null)));
            Commit commit = new Commit(changes, false, 1, Duration.ZERO);
            TaskPage page = new TaskPage(stored, false);

            stored.add(new StoredTask(tasks.get(0), Payload.EMPTY, null));
            changes.clear();

            assertThat(commit.changed()).hasSize(1);
            assertThat(page.tasks()).isEmpty();
        }

        @Test
        void isUnknownWhereAnotherProcessCommitted() {
            assertThat(Commit.FOREIGN.foreign()).isTrue();
            assertThat(Commit.FOREIGN.changed()).isEmpty();
        }
    }

    @Nested
    class TheSystemClock {
        @Test
        void tellsTheTimeInWholeMilliseconds() {
            Instant now = new SystemClock().now();

            assertThat(now)
                    .isEqualTo(now.truncatedTo(ChronoUnit.MILLIS))
                    .isAfter(Instant.parse("2024-01-01T00:00:00Z"));
        }
    }

    @Nested
    class SecureChance {
        private final Randomness randomness = new SecureRandomness();

        @Test
        void givesEveryTokenOnce() {
            Set<LeaseToken> tokens = new HashSet<>();
            for (int n = 0; n < 1000; n++) {
                tokens.add(randomness.leaseToken());
            }

            assertThat(tokens).hasSize(1000);
        }

        @Test
        void drawsFractions() {
            for (int n = 0; n < 1000; n++) {
                assertThat(randomness.fraction()).isBetween(0.0, Math.nextDown(1.0));
            }
        }
    }
}
