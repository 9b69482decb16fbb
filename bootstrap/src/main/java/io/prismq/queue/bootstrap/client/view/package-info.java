/** What a command prints of tasks: tables and sentences for people, JSON for programs. */
@NullMarked
package io.prismq.queue.bootstrap.client.view;

import org.jspecify.annotations.NullMarked;
