package io.prismq.queue.application.access;

import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.access.KeyToken;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.KeyReads;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** What an administrator does to the keys of clients. */
public final class ApiKeys {
    private final TaskStore store;
    private final RandomGenerator random;

    /**
     * Keys in a store.
     *
     * @param random a source that cannot be foretold
     */
    public ApiKeys(TaskStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /** A key that was made, and what its owner presents: nobody can learn that later. */
    public record Created(ApiKey key, KeyToken token) {}

    /**
     * Makes a key.
     *
     * @param name 1 to {@value ApiKey#MAX_NAME_LENGTH} characters, no control characters; several keys may share one
     * @param lifetime longer than nothing; empty for a key that never expires
     */
    public CompletionStage<Created> create(String name, Grant grant, Optional<Duration> lifetime, By by) {
        KeyToken token = KeyToken.draw(random);
        return store.write(tx -> {
            requireFree(tx, token.id());
            @SuppressWarnings("NullAway") // A key without an end has none.
            Instant end = lifetime.map(tx.now()::plus).orElse(null);
            ApiKey key = new ApiKey(token.id(), name, grant, token.digest(), tx.now(), end, null);
            tx.keys().put(key);
            note(tx, by, Action.CREATE_KEY, key.id(), Outcome.DONE);
            return new Created(key, token);
        });
    }

    /** Every key, the oldest first, also those that are worth nothing any more. */
    public List<ApiKey> list() {
        return store.read(reads -> reads.keys().all());
    }

    /**
     * Makes a key worth nothing, for good.
     *
     * @return the key as it is now; empty if there is none of that id
     */
    public CompletionStage<Optional<ApiKey>> revoke(KeyId id, By by) {
        return store.write(tx -> {
            Optional<ApiKey> found = find(tx.keys(), id);
            Optional<ApiKey> revoked = found.map(key -> key.revoked(tx.now()));
            revoked.ifPresent(tx.keys()::put);
            Outcome changed = revoked.equals(found) ? Outcome.UNCHANGED : Outcome.DONE;
            note(tx, by, Action.REVOKE_KEY, id, found.isEmpty() ? Outcome.NOT_FOUND : changed);
            return revoked;
        });
    }

    private static void note(TaskTransaction tx, By by, Action action, KeyId id, Outcome outcome) {
        tx.history().audit().add(tx.now(), new Deed(by, action, id.value(), outcome));
    }

    /** 48 random bits come twice in some millions of keys. */
    private static void requireFree(TaskTransaction tx, KeyId id) {
        if (find(tx.keys(), id).isPresent()) {
            throw new IllegalStateException("the id " + id + " was drawn before: draw again");
        }
    }

    private static Optional<ApiKey> find(KeyReads keys, KeyId id) {
        return keys.all().stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
