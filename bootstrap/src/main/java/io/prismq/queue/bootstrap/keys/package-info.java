/** The command line of keys: it works on the database file, with or without a server that uses it. */
@NullMarked
package io.prismq.queue.bootstrap.keys;

import org.jspecify.annotations.NullMarked;
