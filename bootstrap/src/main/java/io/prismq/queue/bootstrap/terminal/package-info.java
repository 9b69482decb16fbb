/** What a person types and sees: times, tables, texts that do no harm to a terminal. Knows no task and no server. */
@NullMarked
package io.prismq.queue.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
