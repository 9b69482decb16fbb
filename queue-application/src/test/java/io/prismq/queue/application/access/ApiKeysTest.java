package io.prismq.queue.application.access;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.access.ApiKeys.Created;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    private static final Grant GRANT = new Grant(Set.of(Scope.ENQUEUE, Scope.READ), Set.of(new TaskType("email")));

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final ApiKeys keys = new ApiKeys(store, new Random(1));
    private final KeyRing ring = new KeyRing(store, clock);

    @Test
    void areKnownByTheirTokens() {
        Created made = create(Optional.empty());

        assertThat(keys.list()).containsExactly(made.key());
        assertThat(made.key().name()).isEqualTo("ci");
        assertThat(made.key().grant()).isEqualTo(GRANT);
        assertThat(made.key().createdAt()).isEqualTo(NOW);
        assertThat(made.key().expiresAt()).isNull();
        assertThat(ring.find(made.token().reveal())).contains(made.key());
    }

    @Test
    void areUnknownByAnythingElse() {
        String token = create(Optional.empty()).token().reveal();
        String another = create(Optional.empty()).token().reveal();

        assertThat(ring.find("")).isEmpty();
        assertThat(ring.find(token + "0")).isEmpty();
        assertThat(ring.find(token.substring(0, 20) + another.substring(20))).isEmpty();
    }

    @Test
    void expireAfterTheirLifetime() {
        Created made = create(Optional.of(Duration.ofDays(1)));

        assertThat(made.key().expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(ring.hasActive()).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(ring.hasActive()).isFalse();
        assertThat(state(made)).contains(ApiKey.State.EXPIRED);
    }

    @Test
    void areWorthNothingWithinHalfASecondOfBeingRevoked() {
        Created made = create(Optional.empty());
        assertThat(state(made)).contains(ApiKey.State.ACTIVE);

        assertThat(done(keys.revoke(made.key().id(), BY))).contains(made.key().revoked(NOW));

        clock.advance(Duration.ofMillis(500));
        assertThat(state(made)).contains(ApiKey.State.REVOKED);
        assertThat(ring.hasActive()).isFalse();
    }

    @Test
    void areRevokedOnce() {
        Created made = create(Optional.empty());
        done(keys.revoke(made.key().id(), BY));
        clock.advance(Duration.ofHours(1));

        assertThat(done(keys.revoke(made.key().id(), BY))).contains(made.key().revoked(NOW));
        assertThat(done(keys.revoke(new KeyId("0123456789ab"), BY))).isEmpty();
    }

    @Test
    void areLookedForAgainAfterTheClockWasSetBack() {
        assertThat(ring.hasActive()).isFalse();
        create(Optional.empty());

        clock.advance(Duration.ofHours(-1));

        assertThat(ring.hasActive()).isTrue();
    }

    private Optional<ApiKey.State> state(Created made) {
        return ring.find(made.token().reveal()).map(key -> key.at(clock.now()));
    }

    private Created create(Optional<Duration> lifetime) {
        return done(keys.create("ci", GRANT, lifetime, BY));
    }

    private static <R> R done(CompletionStage<R> stage) {
        return stage.toCompletableFuture().join();
    }
}
