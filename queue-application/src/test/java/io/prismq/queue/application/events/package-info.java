@NullMarked
package io.prismq.queue.application.events;

import org.jspecify.annotations.NullMarked;
