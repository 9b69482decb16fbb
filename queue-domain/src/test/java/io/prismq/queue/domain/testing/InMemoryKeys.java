package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.port.KeyRegister;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one unit of work sees of the keys and changes in them. */
final class InMemoryKeys implements KeyRegister {
    private final KeyTable keys;
    private final Deque<Runnable> undo;

    InMemoryKeys(KeyTable keys, Deque<Runnable> undo) {
        this.keys = keys;
        this.undo = undo;
    }

    @Override
    public void put(ApiKey key) {
        KeyId id = key.id();
        @Nullable ApiKey before = keys.replace(id, key);
        undo.push(() -> keys.replace(id, before));
    }

    @Override
    public List<ApiKey> all() {
        return keys.all();
    }
}
