package io.prismq.queue.adapter.http.access;

import io.prismq.queue.domain.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a path needs.
 *
 * @param scope null where everybody may come
 */
record Need(@Nullable Scope scope, Reach reach) {
    static final Need NOTHING = new Need(null, Reach.SEEN_LATER);
}
