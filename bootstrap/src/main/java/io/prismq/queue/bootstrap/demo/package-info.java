/** The product at work in half a minute: real tasks of every kind over HTTP, on a new database that is deleted after. */
@NullMarked
package io.prismq.queue.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
