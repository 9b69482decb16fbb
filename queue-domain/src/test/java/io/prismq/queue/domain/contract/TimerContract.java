package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.TIMEOUT;
import static io.prismq.queue.domain.testing.Tasks.TOKEN;
import static io.prismq.queue.domain.testing.Tasks.WORKER;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class TimerContract extends StoreTest {
    TimerContract(TaskStoreContract contract) {
        super(contract);
    }

    @ParameterizedTest
    @EnumSource(Timer.class)
    void standStillWhereNothingIsStored(Timer timer) {
        assertThat(next(timer)).isEmpty();
        assertThat(ripe(timer, Duration.ofDays(1), 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Timer.class)
    void bringTheEarliestFirst(Timer timer) {
        Task third = armed(timer, 3);
        Task first = armed(timer, 1);
        Task second = armed(timer, 2);

        assertThat(next(timer)).contains(NOW.plusSeconds(1));
        assertThat(ripe(timer, Duration.ofSeconds(3), 10)).containsExactly(first, second, third);
        assertThat(ripe(timer, Duration.ofSeconds(3), 2)).containsExactly(first, second);
    }

    @ParameterizedTest
    @EnumSource(Timer.class)
    void bringWhatStandsAtTheTimeAndNothingLater(Timer timer) {
        Task first = armed(timer, 1);
        Task second = armed(timer, 2);

        assertThat(ripe(timer, Duration.ofMillis(999), 10)).isEmpty();
        assertThat(ripe(timer, Duration.ofSeconds(1), 10)).containsExactly(first);
        assertThat(ripe(timer, Duration.ofMillis(1999), 10)).containsExactly(first);
        assertThat(ripe(timer, Duration.ofSeconds(2), 10)).containsExactly(first, second);
    }

    @ParameterizedTest
    @EnumSource(Timer.class)
    void bringTheLowerIdFirstOfThoseAtOneTime(Timer timer) {
        Task one = armed(timer, 1);
        Task two = armed(timer, 1);

        assertThat(ripe(timer, Duration.ofSeconds(1), 10)).containsExactly(one, two);
    }

    @Test
    void bringTheLowerIdFirstWhateverTheWorkerIsCalled() {
        List<Task> tasks = insertAll(aTask(), aTask());
        Task one = save(moved(tasks.get(0).claim(claimOf("zoe"), NOW)));
        Task two = save(moved(tasks.get(1).claim(claimOf("ada"), NOW)));

        assertThat(ripe(Timer.LEASE, TIMEOUT, 10)).containsExactly(one, two);
    }

    @ParameterizedTest
    @EnumSource(Timer.class)
    void stopWhenTheTaskMovesOnOrIsGone(Timer timer) {
        Task moving = armed(timer, 1);
        Task leaving = armed(timer, 2);

        moveOn(timer, moving);
        assertThat(next(timer)).contains(NOW.plusSeconds(2));

        delete(leaving);
        assertThat(next(timer)).isEmpty();
        assertThat(ripe(timer, Duration.ofDays(1), 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Timer.class)
    void doNotSeeAUnitThatThrew(Timer timer) {
        Task task = armed(timer, 1);

        failure(tx -> {
            tx.delete(task.id());
            throw new IllegalStateException("after the delete");
        });

        assertThat(next(timer)).contains(NOW.plusSeconds(1));
    }

    @Test
    void followTheLeaseWhenItIsRenewed() {
        Task claimed = armed(Timer.LEASE, 1);

        save(moved(claimed.heartbeat(TOKEN, Duration.ofSeconds(5), null, NOW)));

        assertThat(next(Timer.LEASE)).contains(NOW.plusSeconds(5));
        assertThat(ripe(Timer.LEASE, Duration.ofSeconds(4), 10)).isEmpty();
    }

    @Test
    void watchTheTimeToLiveOfScheduledTasksToo() {
        Task task = insert(aTask().delay(Duration.ofSeconds(2)).timeToLive(Duration.ofSeconds(1)));

        assertThat(ripe(Timer.EXPIRY, Duration.ofSeconds(1), 10)).containsExactly(task);
        assertThat(ripe(Timer.DUE, Duration.ofSeconds(1), 10)).isEmpty();
    }

    @Test
    void doNotMistakeOneForAnother() {
        armed(Timer.LEASE, 2);
        armed(Timer.DUE, 3);
        armed(Timer.EXPIRY, 4);

        assertThat(next(Timer.LEASE)).contains(NOW.plusSeconds(2));
        assertThat(next(Timer.DUE)).contains(NOW.plusSeconds(3));
        assertThat(next(Timer.EXPIRY)).contains(NOW.plusSeconds(4));
    }

    /** A task with the timer at so many seconds from the start, and no other timer running. */
    private Task armed(Timer timer, int seconds) {
        Duration wait = Duration.ofSeconds(seconds);
        return switch (timer) {
            case DUE -> insert(aTask().delay(wait));
            case LEASE -> save(moved(insert(aTask()).claim(new Claim(WORKER, TOKEN, wait, TIMEOUT, null), NOW)));
            case EXPIRY -> insert(aTask().timeToLive(wait));
        };
    }

    private void moveOn(Timer timer, Task task) {
        save(
                switch (timer) {
                    case DUE -> moved(task.due(task.runAfter()));
                    case LEASE -> moved(task.release(TOKEN, Duration.ZERO, NOW));
                    case EXPIRY -> moved(task.claim(new Claim(WORKER, TOKEN, TIMEOUT, TIMEOUT, null), NOW));
                });
    }

    private Optional<Instant> next(Timer timer) {
        Optional<Instant> inAUnit = write(tx -> tx.next(timer));
        Optional<Instant> read = store.read(reads -> reads.next(timer));
        assertThat(read).isEqualTo(inAUnit);
        return read;
    }

    private List<Task> ripe(Timer timer, Duration after, int limit) {
        return write(tx -> tx.ripe(timer, NOW.plus(after), limit));
    }

    private static Claim claimOf(String worker) {
        return new Claim(new WorkerId(worker), TOKEN, TIMEOUT, TIMEOUT, null);
    }
}
