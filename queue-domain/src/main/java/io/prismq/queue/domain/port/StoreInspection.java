package io.prismq.queue.domain.port;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Looks after the health of what a store keeps its tasks on. Implementations MUST be safe for use by many threads, and
 * MUST NOT hold up reads or writes of the store while they look.
 */
public interface StoreInspection {
    /**
     * Checks that what is stored is sound: the store's own structures, not the meaning of the tasks. MAY take as long as
     * reading everything does, and SHOULD end early when its thread is interrupted.
     *
     * @return empty when all is sound, otherwise a sentence for each fault found; a store MAY stop at the first hundred
     * @throws TaskStoreException if the check could not be made
     */
    List<String> quickCheck();

    /**
     * The room left where the store grows.
     *
     * @return bytes, not negative; {@link Long#MAX_VALUE} where it cannot be known
     */
    long freeBytes();

    /**
     * Tries whether the store takes writes: makes one as durable as any other, which changes nothing that anybody can see.
     *
     * @return completes when it is durable; fails where a unit of work that writes would, and once damage was met to what is
     *     stored, which another write may not touch
     */
    CompletionStage<?> tryWrite();

    /**
     * How large the store is now.
     *
     * @throws TaskStoreException if it cannot be known
     */
    StoreSize size();
}
