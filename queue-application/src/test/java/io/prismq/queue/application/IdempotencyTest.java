package io.prismq.queue.application;

import static io.prismq.queue.application.TestQueue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.EnqueueOutcome.Accepted;
import io.prismq.queue.application.EnqueueOutcome.Enqueued;
import io.prismq.queue.application.EnqueueOutcome.KeyReused;
import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.Idempotency;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.testing.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private final TestQueue queue = new TestQueue();

    @Nested
    class AKeyThatIsStored {
        private final Task first = accepted(keyed("key", "request")).get(0).task();

        @Test
        void bringsBackTheTaskOfTheSameRequest() {
            assertThat(accepted(keyed("key", "request"))).containsExactly(new Enqueued(first, true));
            assertThat(queue.total()).isEqualTo(1);
        }

        @Test
        void bringsBackTheTaskAsItIsNow() {
            Task claimed = queue.claim(TYPE);

            assertThat(accepted(keyed("key", "request"))).containsExactly(new Enqueued(claimed, true));
        }

        @Test
        void isRefusedToAnotherRequest() {
            assertThat(enqueue(keyed("key", "another"))).isEqualTo(new KeyReused(0, "key"));
            assertThat(queue.total()).isEqualTo(1);
        }

        @Test
        void outlivesARetryByAnOperator() {
            done(queue.submission.cancel(first.id(), BY));
            Task retried = TestQueue.changed(done(queue.submission.retry(first.id(), BY)));

            assertThat(accepted(keyed("key", "request"))).containsExactly(new Enqueued(retried, true));
        }

        @Test
        void isFreeAgainWhenItsTaskIsDeleted() {
            done(queue.submission.cancel(first.id(), BY));
            done(queue.submission.delete(first.id(), BY));

            List<Enqueued> again = accepted(keyed("key", "another"));

            assertThat(again).extracting(Enqueued::repeated).containsExactly(false);
            assertThat(again.get(0).task().id()).isGreaterThan(first.id());
        }
    }

    @Nested
    class AKeyThatComesTwiceInOneBatch {
        @Test
        void meansOneTaskWhereTheRequestIsTheSame() {
            List<Enqueued> tasks = accepted(keyed("key", "request"), plain(), keyed("key", "request"));

            assertThat(tasks).extracting(Enqueued::repeated).containsExactly(false, false, true);
            assertThat(tasks.get(2).task()).isEqualTo(tasks.get(0).task());
            assertThat(queue.total()).isEqualTo(2);
        }

        @Test
        void isRefusedAtTheSecondWhereTheRequestIsAnother() {
            assertThat(enqueue(plain(), keyed("key", "request"), plain(), keyed("key", "another")))
                    .isEqualTo(new KeyReused(3, "key"));
            assertThat(queue.total()).isZero();
        }
    }

    @Nested
    class ABatchWithAKeyThatIsStored {
        @Test
        void bringsBackThatTaskAmongTheNewOnes() {
            Task first = accepted(keyed("key", "request")).get(0).task();

            List<Enqueued> tasks = accepted(plain(), keyed("key", "request"), keyed("other", "request"));

            assertThat(tasks).extracting(Enqueued::repeated).containsExactly(false, true, false);
            assertThat(tasks.get(1).task()).isEqualTo(first);
            assertThat(queue.total()).isEqualTo(3);
        }

        @Test
        void storesNothingWhereOneKeyBelongsToAnotherRequest() {
            accepted(keyed("key", "request"));

            assertThat(enqueue(plain(), keyed("new", "request"), keyed("key", "another"), plain()))
                    .isEqualTo(new KeyReused(2, "key"));
            assertThat(queue.total()).isEqualTo(1);
            assertThat(queue.store.<Boolean>read(
                            reads -> reads.findByIdempotencyKey("new").isPresent()))
                    .isFalse();
        }
    }

    @Test
    void foldsIntoOneOfTwoAnswers() {
        Function<EnqueueOutcome, String> answer =
                outcome -> outcome.fold(accepted -> accepted.tasks().size() + " accepted", KeyReused::key);

        assertThat(enqueue(keyed("key", "request"), plain())).extracting(answer).isEqualTo("2 accepted");
        assertThat(enqueue(keyed("key", "another"))).extracting(answer).isEqualTo("key");
    }

    @Test
    void isNotAskedForByTasksWithoutAKey() {
        assertThat(accepted(plain(), plain()).stream().map(Enqueued::task)).doesNotHaveDuplicates();
        assertThat(queue.insert(Tasks.aTask()).spec().idempotency()).isNull();
    }

    private EnqueueOutcome enqueue(EnqueueCommand... commands) {
        return done(queue.submission.enqueue(Stream.of(commands).toList()));
    }

    private List<Enqueued> accepted(EnqueueCommand... commands) {
        return enqueue(commands).fold(Accepted::tasks, reused -> {
            throw new AssertionError("refused: " + reused);
        });
    }

    private static EnqueueCommand plain() {
        return EnqueueCommand.of(TYPE, Payload.EMPTY);
    }

    private static EnqueueCommand keyed(String key, String request) {
        return new EnqueueCommand(
                TYPE,
                Payload.EMPTY,
                Compatibility.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Idempotency(key, request)),
                Optional.empty());
    }
}
