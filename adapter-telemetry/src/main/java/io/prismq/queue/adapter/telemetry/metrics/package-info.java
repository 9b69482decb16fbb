/**
 * Measures what the queue, its store, its HTTP server and the JVM do, and shows it to a scraper.
 *
 * <p>What happens to tasks is counted when a commit tells of it, and how many there are is asked for when somebody scrapes,
 * so that neither costs more when more tasks are stored. Known limit: what another process on the same store does is not
 * counted here, as nobody tells of it; gauges show it.
 */
@NullMarked
package io.prismq.queue.adapter.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
