/** Tests of the maintenance handlers: on the store in memory, and on real files and links. */
@NullMarked
package io.prismq.queue.adapter.worker.builtin;

import org.jspecify.annotations.NullMarked;
