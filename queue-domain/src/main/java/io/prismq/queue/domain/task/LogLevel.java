package io.prismq.queue.domain.task;

import java.util.Locale;

/** How much a line in a task's log matters. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word that people and programs read. */
    public String word() {
        return word;
    }
}
