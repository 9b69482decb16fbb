/** The contract of the store on SQLite, and what only SQLite can promise or break. */
@NullMarked
package io.prismq.queue.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
