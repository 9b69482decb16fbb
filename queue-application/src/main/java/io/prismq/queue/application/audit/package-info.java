/** Tells what operators did, keeps what no other unit of work keeps, and forgets it in time. */
@NullMarked
package io.prismq.queue.application.audit;

import org.jspecify.annotations.NullMarked;
