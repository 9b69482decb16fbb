/**
 * Puts the objects together. The only package that knows the injector; a module only calls constructors.
 */
@NullMarked
package io.prismq.queue.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
