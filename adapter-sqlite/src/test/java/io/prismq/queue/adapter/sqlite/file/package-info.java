/** The files of a database. */
@NullMarked
package io.prismq.queue.adapter.sqlite.file;

import org.jspecify.annotations.NullMarked;
