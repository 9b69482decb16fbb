package io.prismq.queue.adapter.http.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One problem with one request.
 *
 * @param detail a sentence about this occurrence, for people
 */
public record Problem(ProblemType type, String detail, List<FieldError> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A request that is well-formed but asks for something that cannot be. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
        return new Problem(ProblemType.INVALID_FIELD, detail, errors);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }
}
