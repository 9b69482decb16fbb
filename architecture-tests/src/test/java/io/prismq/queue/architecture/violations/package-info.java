/**
 * Each class here breaks a rule of the house, so that the rule's test can see it bite. The packages are laid out like the
 * product's; what a class breaks stands in its name and in the test that imports it.
 *
 * <p>Limits: nothing here is ever run, and none of these packages but this one is marked for nulls.
 */
@NullMarked
package io.prismq.queue.architecture.violations;

import org.jspecify.annotations.NullMarked;
