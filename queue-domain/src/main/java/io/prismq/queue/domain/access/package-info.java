/** Who may do what: the keys that clients present, and what each permits. It knows no transport and no store. */
@NullMarked
package io.prismq.queue.domain.access;

import org.jspecify.annotations.NullMarked;
