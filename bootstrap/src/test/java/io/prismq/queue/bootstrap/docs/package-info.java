/**
 * Holds the documents to the truth: what they show is run, what they list is compared with the program.
 *
 * <p>The sentences between are not checked by anything but readers.
 */
@NullMarked
package io.prismq.queue.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
