package io.prismq.queue.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = MADE.plusSeconds(60);
    private static final TaskType EMAIL = new TaskType("email");

    @Test
    void isActiveUntilItExpires() {
        ApiKey key = key("ci", LATER);

        assertThat(key.at(LATER.minusMillis(1))).isEqualTo(ApiKey.State.ACTIVE);
        assertThat(key.at(LATER)).isEqualTo(ApiKey.State.EXPIRED);
        assertThat(key("ci", null).at(Instant.MAX)).isEqualTo(ApiKey.State.ACTIVE);
    }

    @Test
    void isRevokedForGood() {
        ApiKey revoked = key("ci", LATER).revoked(MADE);

        assertThat(revoked.at(MADE)).isEqualTo(ApiKey.State.REVOKED);
        assertThat(revoked.at(LATER)).isEqualTo(ApiKey.State.REVOKED);
        assertThat(revoked.revoked(LATER)).isEqualTo(revoked);
    }

    @Test
    void expiresAfterItWasMade() {
        assertThatThrownBy(() -> key("ci", MADE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key expires after it was made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void hasANameThatCanBeRead(String name) {
        assertThatThrownBy(() -> key(name, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the name of a key ");
    }

    @Test
    void hasANameOfSomeLength() {
        assertThat(key("a".repeat(ApiKey.MAX_NAME_LENGTH), null).name()).hasSize(100);
        assertThatThrownBy(() -> key("a".repeat(ApiKey.MAX_NAME_LENGTH + 1), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void permitsItsOwnScopeAlone(Scope scope) {
        Grant grant = new Grant(Set.of(scope), Set.of());

        assertThat(Arrays.stream(Scope.values()).filter(grant::permits))
                .isEqualTo(scope == Scope.ADMIN ? Arrays.asList(Scope.values()) : Arrays.asList(scope));
        assertThat(Scope.of(scope.word())).contains(scope);
    }

    @Test
    void reachesItsTypesAlone() {
        Grant limited = new Grant(Set.of(Scope.WORK), Set.of(EMAIL));

        assertThat(limited.reaches(EMAIL)).isTrue();
        assertThat(limited.reaches(new TaskType("resize"))).isFalse();
        assertThat(limited.reachesAll()).isFalse();
        assertThat(Grant.ALL.reaches(EMAIL)).isTrue();
        assertThat(Grant.ALL.reachesAll()).isTrue();
    }

    @Test
    void permitsSomething() {
        assertThatThrownBy(() -> new Grant(Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a grant has a scope at least");
        assertThat(Scope.of("ADMIN")).isEmpty();
    }

    private static ApiKey key(String name, @Nullable Instant expiresAt) {
        return new ApiKey(
                new KeyId("0123456789ab"), name, Grant.ALL, new KeyDigest("0f".repeat(32)), MADE, expiresAt, null);
    }
}
