/** How lines of the log look. Named by {@code logback.xml}, and known to nobody else but the command line. */
@NullMarked
package io.prismq.queue.bootstrap.log;

import org.jspecify.annotations.NullMarked;
