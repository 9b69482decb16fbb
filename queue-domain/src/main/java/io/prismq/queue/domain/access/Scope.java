package io.prismq.queue.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of thing that a key permits. */
public enum Scope {
    /** To add tasks. */
    ENQUEUE,
    /** To look at tasks, their history, events, workers and numbers. */
    READ,
    /** To claim tasks and settle them. */
    WORK,
    /** To steer: cancel, retry and delete tasks, pause types, run maintenance and take backups. */
    MANAGE,
    /** Everything, and what concerns the safety of the queue itself. */
    ADMIN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** How it is written wherever people and programs meet it. */
    public String word() {
        return word;
    }

    /** The scope of that word, if there is one. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
