/** The server as a command has it: asked once, or with patience; what it refuses ends the command with an exit code. */
@NullMarked
package io.prismq.queue.bootstrap.client.server;

import org.jspecify.annotations.NullMarked;
