/** Files that the program carries and serves as they are. */
@NullMarked
package io.prismq.queue.adapter.http.asset;

import org.jspecify.annotations.NullMarked;
