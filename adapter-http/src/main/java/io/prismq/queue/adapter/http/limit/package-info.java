/** Keeps single callers from taking more than their share. */
@NullMarked
package io.prismq.queue.adapter.http.limit;

import org.jspecify.annotations.NullMarked;
