@NullMarked
package io.prismq.queue.bootstrap.db;

import org.jspecify.annotations.NullMarked;
