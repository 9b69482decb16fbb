package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.LEASE;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aClaim;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.happened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.event.Activity;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Failure;
import io.prismq.queue.domain.task.FailureKind;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class EventContract extends StoreTest {
    private static final int ALL = 1000;
    private static final Instant NEVER = Instant.EPOCH;
    private static final Duration DAY = Duration.ofDays(1);

    EventContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void areNoneBeforeTheFirst() {
        assertThat(events()).isEmpty();
        assertThat(span()).isEqualTo(new EventSpan(0, 0));
    }

    @Test
    void tellTheLifeOfATask() {
        Task task = insert(aTask().delay(Duration.ofMinutes(1)));
        task = happens(task.due(NOW.plusSeconds(60)));
        task = happens(task.claim(aClaim(), NOW));
        task = happens(task.heartbeat(TOKEN, LEASE, new Progress(40, "sorting"), NOW));
        task = happens(task.fail(TOKEN, Failure.error("no route"), Duration.ZERO, NOW));
        task = happens(task.due(NOW));
        task = happens(task.claim(aClaim(), NOW));
        task = happens(task.release(TOKEN, Duration.ZERO, NOW));
        task = happens(task.cancel(NOW));
        task = happens(task.retry(NOW));
        task = happens(task.claim(aClaim(), NOW));
        task = happens(task.complete(TOKEN, NOW));
        delete(task);

        assertThat(events())
                .extracting(QueueEvent::what, QueueEvent::status, QueueEvent::attempt)
                .containsExactly(
                        tuple(TaskEvent.ENQUEUE, TaskStatus.SCHEDULED, 0),
                        tuple(TaskEvent.DUE, TaskStatus.QUEUED, 0),
                        tuple(TaskEvent.CLAIM, TaskStatus.PROCESSING, 1),
                        tuple(TaskEvent.PROGRESS, TaskStatus.PROCESSING, 1),
                        tuple(TaskEvent.FAIL, TaskStatus.SCHEDULED, 1),
                        tuple(TaskEvent.DUE, TaskStatus.QUEUED, 1),
                        tuple(TaskEvent.CLAIM, TaskStatus.PROCESSING, 2),
                        tuple(TaskEvent.RELEASE, TaskStatus.QUEUED, 2),
                        tuple(TaskEvent.CANCEL, TaskStatus.CANCELLED, 1),
                        tuple(TaskEvent.RETRY, TaskStatus.QUEUED, 0),
                        tuple(TaskEvent.CLAIM, TaskStatus.PROCESSING, 1),
                        tuple(TaskEvent.COMPLETE, TaskStatus.COMPLETED, 1),
                        tuple(TaskEvent.DELETE, TaskStatus.COMPLETED, 1));
        assertThat(events()).extracting(QueueEvent::task).containsOnly(task.id());
        assertThat(events()).extracting(QueueEvent::type).containsOnly(task.type());
    }

    @Test
    void nameTheWorkerOfTheAttempt() {
        Task processing = happens(insert(aTask()).claim(aClaim(), NOW));
        happens(processing.complete(TOKEN, NOW));

        assertThat(events()).extracting(QueueEvent::worker).containsExactly(null, WORKER, WORKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key 0123456789ab", "user \"ada\" \\ 漢字 😀", "null"})
    void nameWhoAskedForThem(String name) {
        By somebody = new By(name, "2001:db8::1");
        Task task = write(BY, tx -> tx.insert(aTask().build()));
        task = happens(somebody, task.claim(aClaim(), NOW));
        task = happens(somebody, task.heartbeat(TOKEN, LEASE, new Progress(40, "sorting"), NOW));
        task = happens(somebody, task.fail(TOKEN, Failure.error("no route"), Duration.ofMinutes(1), NOW));
        task = happens(BY, task.cancel(NOW));
        task = happens(BY, task.retry(NOW));
        task = happens(somebody, task.claim(aClaim(), NOW));
        task = happens(somebody, task.release(TOKEN, Duration.ZERO, NOW));
        task = happens(somebody, task.claim(aClaim(), NOW));
        TaskId id = happens(somebody, task.complete(TOKEN, NOW)).id();
        write(BY, tx -> {
            tx.delete(id);
            return id;
        });

        assertThat(events())
                .extracting(QueueEvent::by)
                .containsExactly(BY, somebody, somebody, somebody, BY, BY, somebody, somebody, somebody, somebody, BY);
    }

    @Test
    void nameNobodyForWhatBefallsATask() {
        Task late = write(
                BY, tx -> tx.insert(aTask().timeToLive(Duration.ofMinutes(1)).build()));
        happens(BY, late.expire(NOW.plusSeconds(60)));
        Task scheduled = insert(aTask().delay(Duration.ofMinutes(1)));
        Task due = happens(BY, scheduled.due(NOW.plusSeconds(60)));
        Task silent = happens(BY, due.claim(aClaim(), NOW));
        happens(BY, silent.leaseEnded(Duration.ZERO, NOW.plus(LEASE)));

        assertThat(events())
                .filteredOn(event -> !event.what().isAskedFor())
                .extracting(QueueEvent::what, QueueEvent::by)
                .containsExactly(
                        tuple(TaskEvent.EXPIRE, null), tuple(TaskEvent.DUE, null), tuple(TaskEvent.LEASE_EXPIRY, null));
    }

    @Test
    void nameNobodyWhereNobodyIsKnown() {
        write(BY, tx -> tx.insert(aTask().build()));
        write(new By(By.ANONYMOUS.name(), "192.0.2.1"), tx -> tx.insert(aTask().build()));
        insert(aTask());

        assertThat(events()).extracting(QueueEvent::by).containsExactly(BY, null, null);
    }

    @Test
    void sayWhyItFailed() {
        Task processing = happens(insert(aTask()).claim(aClaim(), NOW));
        Task scheduled = happens(processing.leaseEnded(Duration.ofMinutes(1), NOW.plus(TIMEOUT)));
        happens(scheduled.cancel(NOW));

        assertThat(events())
                .extracting(QueueEvent::what, QueueEvent::failure)
                .containsSubsequence(tuple(TaskEvent.TIME_OUT, FailureKind.TIMEOUT), tuple(TaskEvent.CANCEL, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half way", "\"quoted\" \\ and\ttabs\nand lines", "ünïcödé 漢字 😀", "a\u0001b", "null"})
    void keepProgressAsItWasTold(String message) {
        Task processing = happens(insert(aTask()).claim(aClaim(), NOW));
        happens(processing.heartbeat(TOKEN, LEASE, new Progress(50, message), NOW));

        assertThat(last().progress()).isEqualTo(new Progress(50, message));
    }

    @Test
    void areNoneWhereAWorkerOnlyShowsThatItLives() {
        Task processing = happens(insert(aTask()).claim(aClaim(), NOW));
        Task told = happens(processing.heartbeat(TOKEN, LEASE, new Progress(50, ""), NOW));
        happens(told.heartbeat(TOKEN, LEASE, new Progress(50, ""), NOW.plusSeconds(1)));
        happens(told.saved().heartbeat(TOKEN, LEASE, null, NOW.plusSeconds(2)));

        assertThat(last().what()).isEqualTo(TaskEvent.PROGRESS);
        assertThat(events()).hasSize(3);
    }

    @Test
    void haveTheTimeOfTheirUnitOfWork() {
        clock.advance(Duration.ofSeconds(90));
        insert(aTask());

        assertThat(last().at()).isEqualTo(clock.now());
    }

    @Test
    void riseWithinAUnitAndFromUnitToUnit() {
        insertAll(aTask(), aTask(), aTask());
        insertAll(aTask(), aTask());

        assertThat(events()).extracting(QueueEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(events()).extracting(event -> event.task().value()).isSorted();
    }

    @Test
    void areNoneOfAUnitThatFails() {
        insert(aTask());
        failure(tx -> {
            tx.insert(aTask().build());
            throw new IllegalStateException("no");
        });
        insert(aTask());

        assertThat(events()).extracting(QueueEvent::what).containsExactly(TaskEvent.ENQUEUE, TaskEvent.ENQUEUE);
    }

    @Test
    void canBeReadOnFromAnyOfThem() {
        insertAll(aTask(), aTask(), aTask());
        insertAll(aTask(), aTask());
        List<QueueEvent> all = events();

        for (int seen = 0; seen < all.size(); seen++) {
            assertThat(after(all.get(seen).id(), ALL)).isEqualTo(all.subList(seen + 1, all.size()));
        }
    }

    @Test
    void canBeReadInPagesThatCutThroughCommits() {
        insertAll(aTask(), aTask(), aTask());
        insertAll(aTask(), aTask());

        List<QueueEvent> read = new ArrayList<>(after(0, 2));
        while (read.size() < 5) {
            List<QueueEvent> page = after(read.get(read.size() - 1).id(), 2);
            assertThat(page).hasSizeBetween(1, 2);
            read.addAll(page);
        }
        assertThat(read).isEqualTo(events());
    }

    @Test
    void areForgottenByAge() {
        insertAll(aTask(), aTask());
        clock.advance(DAY);
        insert(aTask());
        List<QueueEvent> all = events();

        forget(clock.now().minus(DAY), ALL);

        assertThat(events()).isEqualTo(all.subList(2, 3));
        assertThat(span()).isEqualTo(new EventSpan(all.get(1).id(), all.get(2).id()));
    }

    @Test
    void areForgottenByNumber() {
        for (int n = 0; n < 5; n++) {
            insert(aTask());
        }
        List<QueueEvent> all = events();

        forget(NEVER, 2);

        assertThat(events()).isEqualTo(all.subList(3, 5));
    }

    @Test
    void areForgottenFewAtATime() {
        for (int n = 0; n < 5; n++) {
            insert(aTask());
        }

        assertThat(this.<Integer>write(tx -> tx.history().forgetEvents(clock.now(), ALL, 2)))
                .isEqualTo(2);
        assertThat(events()).hasSize(3);
    }

    @Test
    void doNotComeTwiceOnceAllAreForgotten() {
        insert(aTask());
        QueueEvent first = last();
        forget(clock.now(), ALL);
        assertThat(events()).isEmpty();
        assertThat(span()).isEqualTo(new EventSpan(first.id(), first.id()));

        insert(aTask());

        assertThat(last().id()).isGreaterThan(first.id());
        assertThat(span()).isEqualTo(new EventSpan(first.id(), last().id()));
    }

    @Test
    void areCountedByTheMinute() {
        insertAll(aTask(), aTask());
        Task third = insert(aTask());
        clock.advance(Duration.ofMinutes(2));
        happens(third.claim(aClaim(), clock.now()));
        Instant first = NOW.truncatedTo(ChronoUnit.MINUTES);
        Instant second = first.plus(2, ChronoUnit.MINUTES);

        assertThat(activity(first))
                .containsExactlyInAnyOrder(
                        new Activity(first, TaskEvent.ENQUEUE, 3), new Activity(second, TaskEvent.CLAIM, 1));
        assertThat(activity(first.plusSeconds(60))).containsExactly(new Activity(second, TaskEvent.CLAIM, 1));
    }

    @Test
    void areCountedAnewAfterADay() {
        insert(aTask());
        clock.advance(DAY);
        insertAll(aTask(), aTask());
        Instant minute = clock.now().truncatedTo(ChronoUnit.MINUTES);

        assertThat(activity(minute)).containsExactly(new Activity(minute, TaskEvent.ENQUEUE, 2));
    }

    private Task happens(By by, Transition transition) {
        return write(by, tx -> tx.save(happened(transition)));
    }

    private <R> R write(By by, Function<? super TaskTransaction, ? extends R> unit) {
        return assertThat(store.<R>write(unit, 0, by)).succeedsWithin(PATIENCE).actual();
    }

    private Task happens(Transition transition) {
        return write(tx -> tx.save(happened(transition)));
    }

    private void forget(Instant until, long kept) {
        int forgotten;
        do {
            forgotten = write(tx -> tx.history().forgetEvents(until, kept, ALL));
        } while (forgotten > 0);
    }

    private List<QueueEvent> events() {
        return after(0, ALL);
    }

    private List<QueueEvent> after(long id, int limit) {
        return ask(reads -> reads.history().events(id, limit));
    }

    private QueueEvent last() {
        List<QueueEvent> events = events();
        return events.get(events.size() - 1);
    }

    private EventSpan span() {
        return ask(reads -> reads.history().events());
    }

    private List<Activity> activity(Instant since) {
        return ask(reads -> reads.statistics().activity(since));
    }
}
