/**
 * A connection with its prepared statements, and what has to be known to use it: how rows are read, errors are told and
 * lanes are found. Everything else is built on it.
 */
@NullMarked
package io.prismq.queue.adapter.sqlite.session;

import org.jspecify.annotations.NullMarked;
