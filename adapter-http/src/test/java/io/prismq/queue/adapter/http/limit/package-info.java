@NullMarked
package io.prismq.queue.adapter.http.limit;

import org.jspecify.annotations.NullMarked;
