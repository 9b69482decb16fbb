/** What is made of the jar: packages that bring their own Java, and the jar's own promises. */
@NullMarked
package io.prismq.queue.bootstrap.packaging;

import org.jspecify.annotations.NullMarked;
