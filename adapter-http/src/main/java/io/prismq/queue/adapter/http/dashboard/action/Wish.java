package io.prismq.queue.adapter.http.dashboard.action;

import io.prismq.queue.adapter.http.maintenance.Operation;
import io.prismq.queue.adapter.http.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;

/**
 * An operation that somebody asks for.
 *
 * @param hours from which age on it deletes, where it does
 */
record Wish(Operation operation, int hours) {
    static final String OPERATION = "operation";
    static final String AGE = "max_age_hours";

    /**
     * Reads what was typed.
     *
     * @throws ProblemException 422
     */
    static Wish of(Optional<String> operation, Optional<String> hours) {
        return new Wish(operation(operation.orElse("")), hours.map(Wish::age).orElse(Operation.DEFAULT_AGE_HOURS));
    }

    private static Operation operation(String word) {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.type().value().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(OPERATION, "is not known"));
    }

    private static int age(String text) {
        String typed = text.strip();
        if (!typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) > Operation.MAX_AGE_HOURS) {
            throw ProblemException.invalid(AGE, "must be an integer between 0 and " + Operation.MAX_AGE_HOURS);
        }
        return Integer.parseInt(typed);
    }
}
