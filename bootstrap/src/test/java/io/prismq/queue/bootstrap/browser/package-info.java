/** The dashboard as people use it: the server in a process of its own, and Chromium that clicks. */
@NullMarked
package io.prismq.queue.bootstrap.browser;

import org.jspecify.annotations.NullMarked;
