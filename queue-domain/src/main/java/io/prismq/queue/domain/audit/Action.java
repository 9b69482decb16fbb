package io.prismq.queue.domain.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something that operators do. */
public enum Action {
    CANCEL_TASK,
    RETRY_TASK,
    DELETE_TASK,
    PAUSE_TYPE,
    RESUME_TYPE,
    /** An operation that a task is to do. */
    ENQUEUE_MAINTENANCE,
    /** An operation that is done at once. */
    RUN_MAINTENANCE,
    START_BACKUP,
    LOGIN,
    LOGOUT,
    CREATE_KEY,
    REVOKE_KEY;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** How it is written wherever people and programs meet it. */
    public String word() {
        return word;
    }

    /** The action of that word, if there is one. */
    public static Optional<Action> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }
}
