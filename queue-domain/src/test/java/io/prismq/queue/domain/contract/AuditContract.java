package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.AuditEntry;
import io.prismq.queue.domain.audit.AuditQuery;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class AuditContract extends StoreTest {
    private static final By SOMEBODY = new By("\u00fc '%_ \ud83d\ude80", null);

    AuditContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(newest()).isEmpty();
    }

    @Test
    void keepsAllOfADeed() {
        Deed full = new Deed(BY, Action.CANCEL_TASK, "7", Outcome.WRONG_STATUS);
        Deed bare = new Deed(SOMEBODY, Action.LOGIN, null, Outcome.DONE);

        add(full, bare);

        assertThat(newest()).containsExactly(new AuditEntry(2, NOW, bare), new AuditEntry(1, NOW, full));
    }

    @Test
    void keepsEveryActionAndOutcome() {
        List<Deed> deeds = Stream.concat(
                        Arrays.stream(Action.values()).map(action -> new Deed(BY, action, "x", Outcome.DONE)),
                        Arrays.stream(Outcome.values()).map(outcome -> new Deed(BY, Action.LOGIN, "x", outcome)))
                .toList();

        add(deeds.toArray(Deed[]::new));

        assertThat(newest()).extracting(AuditEntry::deed).containsExactlyInAnyOrderElementsOf(deeds);
    }

    @Test
    void tellsWhatWasAskedFor() {
        add(deed(BY, Action.LOGIN), deed(SOMEBODY, Action.LOGIN), deed(BY, Action.LOGOUT), deed(BY, Action.LOGIN));

        Optional<String> actor = Optional.of(BY.name());
        Optional<Action> action = Optional.of(Action.LOGIN);
        assertThat(ids(new AuditQuery(0, Long.MAX_VALUE, actor, Optional.empty(), 9)))
                .containsExactly(4L, 3L, 1L);
        assertThat(ids(new AuditQuery(0, Long.MAX_VALUE, Optional.empty(), action, 9)))
                .containsExactly(4L, 2L, 1L);
        assertThat(ids(new AuditQuery(0, Long.MAX_VALUE, actor, action, 9))).containsExactly(4L, 1L);
        assertThat(ids(new AuditQuery(0, Long.MAX_VALUE, actor, action, 1))).containsExactly(4L);
        assertThat(ids(new AuditQuery(1, 4, actor, Optional.empty(), 9))).containsExactly(3L);
        assertThat(ids(new AuditQuery(1, 4, Optional.empty(), Optional.empty(), 9)))
                .containsExactly(3L, 2L);
        assertThat(ids(AuditQuery.newest(9).before(3))).containsExactly(2L, 1L);
    }

    @Test
    void forgetsTheOldestAFewAtATime() {
        add(deed(BY, Action.LOGIN), deed(BY, Action.LOGIN), deed(BY, Action.LOGIN));
        clock.advance(Duration.ofMillis(1));
        add(deed(BY, Action.LOGOUT));

        assertThat(forget(2)).isEqualTo(2);
        assertThat(forget(2)).isEqualTo(1);
        assertThat(forget(2)).isZero();
        assertThat(ids(AuditQuery.newest(9))).containsExactly(4L);
    }

    @Test
    void givesNoIdTwice() {
        add(deed(BY, Action.LOGIN));
        forget(1);

        add(deed(BY, Action.LOGIN));

        assertThat(ids(AuditQuery.newest(9))).containsExactly(2L);
    }

    @Test
    void isAsBeforeAfterAUnitThatThrew() {
        add(deed(BY, Action.LOGIN));

        failure(tx -> {
            tx.history().audit().add(NOW, deed(BY, Action.LOGOUT));
            assertThat(tx.history().audit().list(AuditQuery.newest(9))).hasSize(2);
            tx.history().audit().forget(NOW, 9);
            throw new IllegalStateException("after all of it");
        });

        assertThat(newest()).extracting(entry -> entry.deed().action()).containsExactly(Action.LOGIN);
    }

    private static Deed deed(By by, Action action) {
        return new Deed(by, action, null, Outcome.DONE);
    }

    private void add(Deed... deeds) {
        change(tx -> Stream.of(deeds).forEach(deed -> tx.history().audit().add(tx.now(), deed)));
    }

    private int forget(int limit) {
        return write(tx -> tx.history().audit().forget(NOW, limit));
    }

    private List<AuditEntry> newest() {
        return ask(reads -> reads.history().audit().list(AuditQuery.newest(100)));
    }

    private List<Long> ids(AuditQuery query) {
        return ask(reads -> reads.history().audit().list(query)).stream()
                .map(AuditEntry::id)
                .toList();
    }
}
