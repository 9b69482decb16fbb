/**
 * The maintenance that can be asked for as a task: deleting finished tasks and old temporary files, checking health, and
 * telling how the queue stands. Each handler does its work again when it is run again, and ends when interrupted.
 */
@NullMarked
package io.prismq.queue.adapter.worker.builtin;

import org.jspecify.annotations.NullMarked;
