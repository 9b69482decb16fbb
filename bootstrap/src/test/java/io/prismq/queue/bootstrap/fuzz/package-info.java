/** Requests that nobody means well, made from the document of the API by chance, on a whole server with its file. */
@NullMarked
package io.prismq.queue.bootstrap.fuzz;

import org.jspecify.annotations.NullMarked;
