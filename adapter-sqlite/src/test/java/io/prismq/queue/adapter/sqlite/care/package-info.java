/** The care for the file. */
@NullMarked
package io.prismq.queue.adapter.sqlite.care;

import org.jspecify.annotations.NullMarked;
