/** Makes, lists and revokes the keys of clients, and tells which key a client presents. */
@NullMarked
package io.prismq.queue.application.access;

import org.jspecify.annotations.NullMarked;
