package io.prismq.queue.domain.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of an action. */
public enum Outcome {
    /** It is done, or has begun. */
    DONE,
    /** It was so already. */
    UNCHANGED,
    /** There is nothing of that id. */
    NOT_FOUND,
    /** The task stands where this cannot be done. */
    WRONG_STATUS,
    /** As much of it as may be is under way. */
    BUSY,
    /** What was presented opens nothing. */
    REFUSED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** How it is written wherever people and programs meet it. */
    public String word() {
        return word;
    }

    /** The outcome of that word, if there is one. */
    public static Optional<Outcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word.equals(word))
                .findFirst();
    }
}
