/** What a person sees: tables, texts that do no harm to a terminal, times. Knows no task and no server. */
@NullMarked
package io.prismq.queue.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
