/**
 * Handlers from outside: jars in a folder, each with a class loader of its own, found through {@link
 * java.util.ServiceLoader}.
 *
 * <p>A loader asks the program first, so a jar cannot bring its own version of a library that the program has. What a jar
 * may do is not bounded: it runs with the rights of the process.
 */
@NullMarked
package io.prismq.queue.bootstrap.plugin;

import org.jspecify.annotations.NullMarked;
