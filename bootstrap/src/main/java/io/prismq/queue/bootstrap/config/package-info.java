/**
 * What can be configured, and where it is read from: command line over environment over file over defaults.
 *
 * <p>A name that is not known is an error, wherever it stands.
 */
@NullMarked
package io.prismq.queue.bootstrap.config;

import org.jspecify.annotations.NullMarked;
