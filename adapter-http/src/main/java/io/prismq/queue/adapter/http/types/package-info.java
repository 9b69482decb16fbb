/** The types of tasks: how they stand, and whether workers get their tasks. */
@NullMarked
package io.prismq.queue.adapter.http.types;

import org.jspecify.annotations.NullMarked;
