package io.prismq.queue.application.audit;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.TYPE;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.Backups;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.application.access.ApiKeys.Created;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.TaskReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import io.prismq.queue.domain.testing.InMemoryBackupVault;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TaskTypePolicies POLICIES = new TaskTypePolicies(Map.of(), TaskTypePolicy.DEFAULT);

    private final SettableClock clock = new SettableClock();
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final Audit audit = new Audit(store);

    @Test
    void tellsWhatWasDoneToTasks() {
        TaskSubmission submission = new TaskSubmission(store, POLICIES);
        TaskId id = done(store.write(tx -> tx.insert(aTask().build()))).id();

        done(submission.retry(id, BY));
        done(submission.cancel(id, BY));
        done(submission.retry(id, BY));
        done(submission.cancel(id, BY));
        done(submission.cancel(id, BY));
        done(submission.delete(id, BY));
        done(submission.delete(id, BY));

        assertThat(told())
                .containsExactly(
                        deed(Action.RETRY_TASK, "1", Outcome.WRONG_STATUS),
                        deed(Action.CANCEL_TASK, "1", Outcome.DONE),
                        deed(Action.RETRY_TASK, "1", Outcome.DONE),
                        deed(Action.CANCEL_TASK, "1", Outcome.DONE),
                        deed(Action.CANCEL_TASK, "1", Outcome.WRONG_STATUS),
                        deed(Action.DELETE_TASK, "1", Outcome.DONE),
                        deed(Action.DELETE_TASK, "1", Outcome.NOT_FOUND));
    }

    @Test
    void tellsWhichOperationsWereOrdered() {
        EnqueueCommand cleanup = EnqueueCommand.of(new TaskType("cleanup_runs"), new Payload("{\"secret\":1}"));
        TaskSubmission submission = new TaskSubmission(store, POLICIES);

        done(submission.order(cleanup, BY));
        done(submission.enqueue(List.of(cleanup, EnqueueCommand.of(TYPE, Payload.EMPTY), cleanup), BY));

        assertThat(told())
                .containsExactly(
                        deed(Action.ENQUEUE_MAINTENANCE, "cleanup_runs 1", Outcome.DONE),
                        deed(Action.ENQUEUE_MAINTENANCE, "cleanup_runs 2", Outcome.DONE),
                        deed(Action.ENQUEUE_MAINTENANCE, "cleanup_runs 4", Outcome.DONE));
    }

    @Test
    void tellsWhichTypesWerePausedAndResumed() {
        TaskTypes types = new TaskTypes(store, POLICIES, clock);

        done(types.pause(TYPE, BY));
        done(types.pause(TYPE, BY));
        done(types.resume(TYPE, BY));
        done(types.resume(TYPE, BY));

        assertThat(told())
                .containsExactly(
                        deed(Action.PAUSE_TYPE, "email", Outcome.DONE),
                        deed(Action.PAUSE_TYPE, "email", Outcome.UNCHANGED),
                        deed(Action.RESUME_TYPE, "email", Outcome.DONE),
                        deed(Action.RESUME_TYPE, "email", Outcome.UNCHANGED));
    }

    @Test
    void tellsWhichKeysWereMadeAndRevoked() {
        ApiKeys keys = new ApiKeys(store, new Random(1));
        KeyId nobodys = new KeyId("0123456789ab");

        Created made = done(keys.create("ci", Grant.ALL, Optional.empty(), BY));
        done(keys.revoke(made.key().id(), BY));
        done(keys.revoke(made.key().id(), BY));
        done(keys.revoke(nobodys, BY));

        String id = made.key().id().value();
        assertThat(told())
                .containsExactly(
                        deed(Action.CREATE_KEY, id, Outcome.DONE),
                        deed(Action.REVOKE_KEY, id, Outcome.DONE),
                        deed(Action.REVOKE_KEY, id, Outcome.UNCHANGED),
                        deed(Action.REVOKE_KEY, nobodys.value(), Outcome.NOT_FOUND));
    }

    @Test
    void tellsWhichBackupsWereBegun() {
        Deque<Runnable> started = new ArrayDeque<>();
        Backups backups = new Backups(new InMemoryBackupVault(), clock, 1, started::add, audit);

        String name = done(backups.start(BY)).orElseThrow().name().text();
        assertThat(done(backups.start(BY))).isEmpty();

        assertThat(started).hasSize(1);
        assertThat(told())
                .containsExactly(
                        deed(Action.START_BACKUP, name, Outcome.DONE), deed(Action.START_BACKUP, null, Outcome.BUSY));
    }

    @Test
    void holdsNobodyUpWhereTheStoreKeepsNothing() {
        Audit full = new Audit(new FullStore());

        assertThat(done(audit.note(deed(Action.LOGIN, null, Outcome.DONE)))).isTrue();
        assertThat(done(full.note(deed(Action.LOGIN, null, Outcome.DONE)))).isFalse();
    }

    @Test
    void forgetsWhatIsOld() {
        AuditRetention retention = new AuditRetention(store, clock, Duration.ofDays(1));
        for (int n = 0; n <= AuditRetention.BATCH; n++) {
            done(audit.note(deed(Action.LOGIN, null, Outcome.DONE)));
        }
        assertThat(done(retention.forget())).isZero();

        clock.advance(Duration.ofDays(1));
        done(audit.note(deed(Action.LOGOUT, null, Outcome.DONE)));

        assertThat(done(retention.forget())).isEqualTo(AuditRetention.BATCH);
        assertThat(done(retention.forget())).isEqualTo(1);
        assertThat(done(retention.forget())).isZero();
        assertThat(told()).extracting(Deed::action).containsExactly(Action.LOGOUT);
    }

    /** The oldest first. */
    private List<Deed> told() {
        return audit.list(AuditQuery.newest(100)).stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .map(AuditEntry::deed)
                .toList();
    }

    private static Deed deed(Action action, @Nullable String target, Outcome outcome) {
        return new Deed(BY, action, target, outcome);
    }

    private static <R> R done(CompletionStage<R> stage) {
        return assertThat(stage).succeedsWithin(PATIENCE).actual();
    }

    private static final class FullStore implements TaskStore {
        @Override
        public <R> CompletionStage<R> write(Function<? super TaskTransaction, ? extends R> unit, long heldBytes) {
            return CompletableFuture.failedStage(new StoreFullException("the disk is full"));
        }

        @Override
        public <R> R read(Function<? super TaskReads, ? extends R> query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Subscription subscribe(Consumer<? super Commit> listener) {
            throw new UnsupportedOperationException();
        }
    }
}
