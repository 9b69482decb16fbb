package io.prismq.queue.bootstrap.config;

/** The sentences for bounds that are decimals: those of Bean Validation need a language for expressions. */
final class Bounds {
    static final String AT_LEAST = "must be greater than or equal to {value}";
    static final String AT_MOST = "must be less than or equal to {value}";

    private Bounds() {}
}
