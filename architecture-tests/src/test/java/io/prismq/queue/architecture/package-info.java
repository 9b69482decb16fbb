/**
 * The rules of the house as tests. Each rule is asked twice: the product must keep it, and a violation written for it, in
 * {@code violations}, must break it. A rule that cannot fail proves nothing.
 *
 * <p>Limits: the rules read class files. What the compiler drops (comments, constants that it copies) is out of sight.
 */
@NullMarked
package io.prismq.queue.architecture;

import org.jspecify.annotations.NullMarked;
