/** The program as its users run it: the fat jar, in processes of its own, killed where a test says so. */
@NullMarked
package io.prismq.queue.bootstrap.process;

import org.jspecify.annotations.NullMarked;
