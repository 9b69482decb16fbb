/** Workers in any language: what they claim, and who they are. */
@NullMarked
package io.prismq.queue.adapter.http.worker;

import org.jspecify.annotations.NullMarked;
