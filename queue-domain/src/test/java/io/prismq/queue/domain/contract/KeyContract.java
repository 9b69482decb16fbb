package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.KeyDigest;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class KeyContract extends StoreTest {
    private static final KeyDigest DIGEST = new KeyDigest("0f".repeat(32));

    KeyContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void areNoneAtFirst() {
        assertThat(all()).isEmpty();
    }

    @Test
    void areKeptWithAllThatIsKnown() {
        ApiKey limited = new ApiKey(
                new KeyId("0123456789ab"),
                "\u00fc \ud83d\ude80 '%_",
                new Grant(Set.of(Scope.values()), Set.of(new TaskType("a"), new TaskType("B.c:d_e-1"))),
                DIGEST,
                NOW,
                NOW.plusMillis(1),
                NOW.plusMillis(2));
        ApiKey plain = key(1, NOW.plusMillis(1));

        put(limited, plain);

        assertThat(all()).containsExactly(limited, plain);
    }

    @Test
    void areToldTheOldestFirst() {
        put(key(1, NOW.plusMillis(1)), key(3, NOW), key(2, NOW));

        assertThat(all()).extracting(ApiKey::id).containsExactly(id(2), id(3), id(1));
    }

    @Test
    void takeThePlaceOfWhatWasKeptUnderTheirId() {
        put(key(1, NOW), key(2, NOW));
        ApiKey revoked = key(1, NOW).revoked(NOW.plusSeconds(1));

        put(revoked);

        assertThat(all()).containsExactly(revoked, key(2, NOW));
    }

    @Test
    void areAsBeforeAfterAUnitThatThrew() {
        put(key(1, NOW));

        failure(tx -> {
            tx.keys().put(key(1, NOW).revoked(NOW));
            tx.keys().put(key(2, NOW));
            assertThat(tx.keys().all()).hasSize(2);
            throw new IllegalStateException("after all of it");
        });

        assertThat(all()).containsExactly(key(1, NOW));
    }

    private static ApiKey key(int number, Instant createdAt) {
        return new ApiKey(id(number), "key", new Grant(Set.of(Scope.READ), Set.of()), DIGEST, createdAt, null, null);
    }

    private static KeyId id(int number) {
        return new KeyId("%012x".formatted(number));
    }

    private void put(ApiKey... keys) {
        change(tx -> Stream.of(keys).forEach(tx.keys()::put));
    }

    private List<ApiKey> all() {
        return ask(reads -> reads.keys().all());
    }
}
