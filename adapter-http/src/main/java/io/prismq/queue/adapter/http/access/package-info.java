/**
 * Lets in who may come in: what each path needs is in {@link Needs}, who asks is told by {@link Callers}, and {@link
 * Gatekeeper} compares the two before a controller sees the request.
 */
@NullMarked
package io.prismq.queue.adapter.http.access;

import org.jspecify.annotations.NullMarked;
