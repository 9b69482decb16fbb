/**
 * What the domain needs from outside, each port a specification with MUSTs.
 *
 * <p>The contract tests that every adapter passes unchanged are in this module's test-jar, beside an in-memory store
 * and a settable clock.
 */
@NullMarked
package io.prismq.queue.domain.port;

import org.jspecify.annotations.NullMarked;
