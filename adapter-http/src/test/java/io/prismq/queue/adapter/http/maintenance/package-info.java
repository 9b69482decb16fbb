/** Tests of maintenance beneath HTTP. */
@NullMarked
package io.prismq.queue.adapter.http.maintenance;

import org.jspecify.annotations.NullMarked;
