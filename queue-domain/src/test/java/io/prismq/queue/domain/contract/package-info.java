/**
 * The ports' specifications as tests. Every adapter passes {@link io.prismq.queue.domain.contract.TaskStoreContract}
 * unchanged; its subclass only builds the store.
 *
 * <p>What a crash leaves behind is not tested here: each adapter has its own ways to die.
 */
@NullMarked
package io.prismq.queue.domain.contract;

import org.jspecify.annotations.NullMarked;
