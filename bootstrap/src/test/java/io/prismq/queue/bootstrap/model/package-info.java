/** The queue on SQLite against the queue in memory: random operations, the same answers. */
@NullMarked
package io.prismq.queue.bootstrap.model;

import org.jspecify.annotations.NullMarked;
