package io.prismq.queue.application.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.access.KeyToken;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells which key a client presents. It looks at the store twice a second at most: a key that another process made or
 * revoked is known within half a second. Safe for use by many threads.
 */
public final class KeyRing {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final TaskStore store;
    private final Clock clock;
    private final AtomicReference<@Nullable Look> latest = new AtomicReference<>();

    private record Look(Instant at, Map<KeyId, ApiKey> keys) {
        /** A clock that was set back makes no look younger. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    public KeyRing(TaskStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The key whose token this is, however it stands; empty for what is no token, or not one of ours. */
    public Optional<ApiKey> find(String presented) {
        return KeyToken.parse(presented)
                .flatMap(token -> Optional.ofNullable(keys().get(token.id()))
                        .filter(key -> key.digest().fits(token)));
    }

    /** The key of that id, if it opens anything now. */
    public Optional<ApiKey> active(KeyId id) {
        return Optional.ofNullable(keys().get(id)).filter(key -> key.at(clock.now()) == ApiKey.State.ACTIVE);
    }

    /** Whether there is a key that opens anything now. */
    public boolean hasActive() {
        Instant now = clock.now();
        return keys().values().stream().anyMatch(key -> key.at(now) == ApiKey.State.ACTIVE);
    }

    private Map<KeyId, ApiKey> keys() {
        Instant now = clock.now();
        Look look = latest.get();
        if (look == null || !look.isFresh(now)) {
            look = new Look(now, load());
            latest.set(look);
        }
        return look.keys();
    }

    private Map<KeyId, ApiKey> load() {
        return store.read(reads -> reads.keys().all()).stream()
                .collect(toUnmodifiableMap(ApiKey::id, Function.identity()));
    }
}
