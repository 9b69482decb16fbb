/** The command line of the database file: to look after it, with or without a server that uses it. */
@NullMarked
package io.prismq.queue.bootstrap.db;

import org.jspecify.annotations.NullMarked;
