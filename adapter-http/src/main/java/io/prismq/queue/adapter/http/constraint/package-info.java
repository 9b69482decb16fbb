/** What request fields have to meet beyond the standard constraints. Null meets all of them. */
@NullMarked
package io.prismq.queue.adapter.http.constraint;

import org.jspecify.annotations.NullMarked;
