@NullMarked
package io.prismq.queue.bootstrap.audit;

import org.jspecify.annotations.NullMarked;
