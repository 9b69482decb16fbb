/**
 * The lifecycle of a task: immutable values, the table of legal transitions, and one method a transition.
 *
 * <p>Nothing here reads a clock, draws a random number, or knows JSON: time, chance and canonical texts are arguments.
 * Every type is an immutable value and safe to share between threads.
 */
@NullMarked
package io.prismq.queue.domain.task;

import org.jspecify.annotations.NullMarked;
