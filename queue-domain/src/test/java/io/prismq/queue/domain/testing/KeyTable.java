package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.port.KeyReads;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that were made. Not safe for use by many threads. */
final class KeyTable implements KeyReads {
    private final Map<KeyId, ApiKey> rows = new HashMap<>();

    /** Puts the one, or none, under the id, and says what was there. */
    @Nullable
    ApiKey replace(KeyId id, @Nullable ApiKey after) {
        return after == null ? rows.remove(id) : rows.put(id, after);
    }

    @Override
    public List<ApiKey> all() {
        return rows.values().stream()
                .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                .toList();
    }
}
