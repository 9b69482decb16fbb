@NullMarked
package io.prismq.queue.application.audit;

import org.jspecify.annotations.NullMarked;
