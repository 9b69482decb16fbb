/** Tells who did what. */
@NullMarked
package io.prismq.queue.adapter.http.audit;

import org.jspecify.annotations.NullMarked;
