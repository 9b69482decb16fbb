/**
 * The one thread that a runner acts on: its mailbox, its waits, and what it tells the log while its store is in trouble.
 */
@NullMarked
package io.prismq.queue.adapter.worker.loop;

import org.jspecify.annotations.NullMarked;
