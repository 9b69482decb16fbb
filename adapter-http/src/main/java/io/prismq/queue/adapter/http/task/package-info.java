/** What a task looks like from outside, to clients and workers alike. */
@NullMarked
package io.prismq.queue.adapter.http.task;

import org.jspecify.annotations.NullMarked;
