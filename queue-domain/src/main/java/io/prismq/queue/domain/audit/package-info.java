/** Who did what to the queue, as it is kept for those who have to answer for it. Never a payload, never a key. */
@NullMarked
package io.prismq.queue.domain.audit;

import org.jspecify.annotations.NullMarked;
