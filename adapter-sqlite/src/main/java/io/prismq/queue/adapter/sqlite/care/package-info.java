/**
 * What keeps the file in order while it is used: a short write-ahead log, no more free pages than are needed, statistics,
 * and looks at whether all is sound.
 */
@NullMarked
package io.prismq.queue.adapter.sqlite.care;

import org.jspecify.annotations.NullMarked;
