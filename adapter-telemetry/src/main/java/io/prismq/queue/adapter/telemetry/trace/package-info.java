/**
 * Tells a collector of traces what requests, commits and handler runs took, over OTLP.
 *
 * <p>Spans are made when what they tell of has ended, so nothing is held open. They wait in a bounded queue for a thread
 * that sends them; where it is full, spans are lost and the queue goes on.
 */
@NullMarked
package io.prismq.queue.adapter.telemetry.trace;

import org.jspecify.annotations.NullMarked;
