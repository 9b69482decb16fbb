/** The file as a thing that processes share: who may use it, and whether its schema is that of this program. */
@NullMarked
package io.prismq.queue.adapter.sqlite.file;

import org.jspecify.annotations.NullMarked;
