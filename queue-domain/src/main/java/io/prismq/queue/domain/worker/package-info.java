/** Those who run tasks, as the queue knows them. */
@NullMarked
package io.prismq.queue.domain.worker;

import org.jspecify.annotations.NullMarked;
