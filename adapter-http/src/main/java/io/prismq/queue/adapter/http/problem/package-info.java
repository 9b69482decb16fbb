/**
 * What a caller is told when a request cannot be answered: problem details as in RFC 9457.
 *
 * <p>Every problem has a type from {@link io.prismq.queue.adapter.http.problem.ProblemType}; no text in one names a
 * class, a file or a statement of the store.
 */
@NullMarked
package io.prismq.queue.adapter.http.problem;

import org.jspecify.annotations.NullMarked;
