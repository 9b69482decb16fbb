package io.prismq.queue.adapter.http.monitoring;

/** What is measured, as a scraper reads it. Implementations must be safe for use by many threads. */
@FunctionalInterface
public interface MetricsPage {
    /**
     * Measures now.
     *
     * @param accept the media types that the scraper takes, as in its header; empty where it does not say
     */
    Page read(String accept);

    /** A page in one of the formats that the scraper takes, or in the usual one. */
    record Page(String mediaType, String text) {}
}
