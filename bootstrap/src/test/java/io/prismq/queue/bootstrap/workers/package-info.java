/** Workers in several languages against the real server, each in a process of its own. */
@NullMarked
package io.prismq.queue.bootstrap.workers;

import org.jspecify.annotations.NullMarked;
