/** Why the process is not ready for work, for probes that ask all the time. */
@NullMarked
package io.prismq.queue.bootstrap.health;

import org.jspecify.annotations.NullMarked;
