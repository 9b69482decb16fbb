/** Tests of the worker: cycles driven by hand against the store in memory, and a few with threads of their own. */
@NullMarked
package io.prismq.queue.adapter.worker;

import org.jspecify.annotations.NullMarked;
