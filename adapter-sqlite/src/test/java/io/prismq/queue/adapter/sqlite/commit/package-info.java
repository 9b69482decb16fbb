/** Group commit, by hand. */
@NullMarked
package io.prismq.queue.adapter.sqlite.commit;

import org.jspecify.annotations.NullMarked;
