/** What the server needs to be watched, and tells to those who watch it. Knows no library that measures. */
@NullMarked
package io.prismq.queue.adapter.http.monitoring;

import org.jspecify.annotations.NullMarked;
