package io.prismq.queue.adapter.sqlite.session;

import io.prismq.queue.domain.port.StoreCorruptException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The damage that connections to a file have met. It strikes what touches a broken page and spares the rest, so a write
 * that succeeds proves nothing; and it does not heal, so the first that was met is remembered. Safe for use by many threads.
 */
public final class Damage {
    private final AtomicReference<@Nullable StoreCorruptException> first = new AtomicReference<>();

    /** As it is to be told to operators. */
    public Optional<StoreCorruptException> met() {
        return Optional.ofNullable(first.get())
                .map(why -> new StoreCorruptException(
                        "The database is damaged: stop the server, and restore a backup; prismq db check tells what is"
                                + " broken.",
                        why));
    }

    void note(RuntimeException failure) {
        if (failure instanceof StoreCorruptException corrupt) {
            first.compareAndSet(null, corrupt);
        }
    }
}
