@NullMarked
package io.prismq.queue.bootstrap.log;

import org.jspecify.annotations.NullMarked;
