package io.prismq.queue.adapter.http.types;

import io.prismq.queue.application.TypeStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A type of task. */
record TypeBody(
        String type,
        boolean paused,
        @Nullable Instant pausedSinceUtc,
        CountsBody counts,
        @Nullable Double oldestQueuedAgeSeconds,
        PolicyBody policy) {
    private static final double MILLIS_PER_SECOND = 1000;

    static TypeBody from(TypeStatus status) {
        return new TypeBody(
                status.type().value(),
                status.pausedSince().isPresent(),
                status.pausedSince().orElse(null),
                CountsBody.from(status),
                status.oldestQueuedAge()
                        .map(Duration::toMillis)
                        .map(millis -> millis / MILLIS_PER_SECOND)
                        .orElse(null),
                PolicyBody.from(status.policy()));
    }
}
