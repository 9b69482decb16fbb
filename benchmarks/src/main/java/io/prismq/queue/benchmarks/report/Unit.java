package io.prismq.queue.benchmarks.report;

import java.util.Locale;

/** What a reading is counted in. */
public enum Unit {
    RATIO("%.2f x"),
    PER_SECOND("%,.0f/s"),
    MILLIS("%.2f ms"),
    SECONDS("%.2f s"),
    MEBIBYTES("%.0f MiB");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    public String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
