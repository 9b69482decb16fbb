/** A server of this process, watched as an operator watches it. */
@NullMarked
package io.prismq.queue.bootstrap.monitoring;

import org.jspecify.annotations.NullMarked;
