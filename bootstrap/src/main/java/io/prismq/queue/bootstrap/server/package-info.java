/** The program as one thing that starts and stops, whatever it is made of. Knows no command, and no injector. */
@NullMarked
package io.prismq.queue.bootstrap.server;

import org.jspecify.annotations.NullMarked;
