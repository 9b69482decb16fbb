package io.prismq.queue.adapter.http.json;

import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the product's words what is wrong with a body. The library's own words name classes. */
final class JsonFlaws {
    /** The name that a body as a whole has among the fields. */
    static final String WHOLE_BODY = "body";

    /** In values the library lets it pass, in keys it does not, and has no exception of its own for it. */
    private static final String SURROGATE = "surrogate";

    private JsonFlaws() {}

    static ProblemException explain(JacksonException flaw) {
        if (flaw instanceof UnfitValueException) {
            return ProblemException.invalid(field(flaw), flaw.getOriginalMessage());
        }
        if (flaw instanceof UnrecognizedPropertyException) {
            return ProblemException.invalid(field(flaw), "is not a known field");
        }
        if (flaw instanceof InputCoercionException) {
            return ProblemException.invalid(field(flaw), "is out of range");
        }
        if (flaw instanceof StreamConstraintsException) {
            return ProblemException.invalid(field(flaw), "is nested too deeply");
        }
        if (flaw instanceof MismatchedInputException mismatch) {
            return ProblemException.invalid(field(flaw), "must be " + wanted(mismatch.getTargetType()));
        }
        if (flaw instanceof DatabindException) {
            return ProblemException.invalid(field(flaw), "is not valid");
        }
        if (flaw.getOriginalMessage().contains(SURROGATE)) {
            return ProblemException.invalid(field(flaw), Characters.LONE_SURROGATE);
        }
        return malformed(flaw.getLocation());
    }

    static ProblemException malformed(@Nullable TokenStreamLocation location) {
        String where = location == null
                ? ""
                : ": see line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return new ProblemException(
                ProblemType.MALFORMED_JSON.because("The body is not one JSON value without repeated keys" + where));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "another type of value";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Integer.class || type == Long.class) {
            return "an integer";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static String field(JacksonException flaw) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : flaw.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? WHOLE_BODY : path.toString();
    }
}
