/**
 * The commands with which a person, or a script, uses a server: they reach it over HTTP alone, as any client does.
 *
 * <p>What a server says, and what others gave it, is printed as text and never as it is: see
 * {@link io.prismq.queue.bootstrap.terminal.Texts}.
 */
@NullMarked
package io.prismq.queue.bootstrap.client;

import org.jspecify.annotations.NullMarked;
