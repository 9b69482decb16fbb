/** Tests of what probes are told. */
@NullMarked
package io.prismq.queue.bootstrap.health;

import org.jspecify.annotations.NullMarked;
