/** What happened to a task: the attempts at it, and what its workers said meanwhile. */
@NullMarked
package io.prismq.queue.adapter.http.history;

import org.jspecify.annotations.NullMarked;
