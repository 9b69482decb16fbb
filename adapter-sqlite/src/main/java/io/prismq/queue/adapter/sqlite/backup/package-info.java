/** Copies of the store that are taken while it is used, and the way back. */
@NullMarked
package io.prismq.queue.adapter.sqlite.backup;

import org.jspecify.annotations.NullMarked;
