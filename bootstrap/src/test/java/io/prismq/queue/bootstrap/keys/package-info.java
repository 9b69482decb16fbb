@NullMarked
package io.prismq.queue.bootstrap.keys;

import org.jspecify.annotations.NullMarked;
