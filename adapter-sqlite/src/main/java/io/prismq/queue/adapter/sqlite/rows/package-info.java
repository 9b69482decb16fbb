/** Tasks, their history and their workers as rows: what the ports ask and change, in statements. */
@NullMarked
package io.prismq.queue.adapter.sqlite.rows;

import org.jspecify.annotations.NullMarked;
