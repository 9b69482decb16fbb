/** Backups, as operators ask for them. Where they are kept is told to nobody who asks over the network. */
@NullMarked
package io.prismq.queue.adapter.http.backup;

import org.jspecify.annotations.NullMarked;
