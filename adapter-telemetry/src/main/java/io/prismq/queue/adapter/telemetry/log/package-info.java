/**
 * Tells the log what happens to tasks, one line for each event, on a thread of its own: whoever commits never waits for a
 * disk or a terminal.
 *
 * <p>Known limits: what another process on the same store does is in that process's log. Of a kind of event there are at
 * most so many lines in a second, and what does not fit is counted instead.
 */
@NullMarked
package io.prismq.queue.adapter.telemetry.log;

import org.jspecify.annotations.NullMarked;
