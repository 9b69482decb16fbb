/** Backups and restores, with real processes that are killed. */
@NullMarked
package io.prismq.queue.adapter.sqlite.backup;

import org.jspecify.annotations.NullMarked;
