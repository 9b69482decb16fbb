/** The command line of the audit log: it reads the database file, with or without a server that uses it. */
@NullMarked
package io.prismq.queue.bootstrap.audit;

import org.jspecify.annotations.NullMarked;
