/** How many units of work share one transaction and one fsync, how reads run beside them, and who is told. */
@NullMarked
package io.prismq.queue.adapter.sqlite.commit;

import org.jspecify.annotations.NullMarked;
