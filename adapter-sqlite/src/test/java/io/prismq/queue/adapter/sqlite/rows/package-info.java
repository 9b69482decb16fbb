/** What the statements do, and how SQLite runs them. */
@NullMarked
package io.prismq.queue.adapter.sqlite.rows;

import org.jspecify.annotations.NullMarked;
