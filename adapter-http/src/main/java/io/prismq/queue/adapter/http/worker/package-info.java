/** The API of workers in any language: lease tasks, settle them. */
@NullMarked
package io.prismq.queue.adapter.http.worker;

import org.jspecify.annotations.NullMarked;
