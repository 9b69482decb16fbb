/** Many settlements in one request and one commit. */
@NullMarked
package io.prismq.queue.adapter.http.settlement.batch;

import org.jspecify.annotations.NullMarked;
