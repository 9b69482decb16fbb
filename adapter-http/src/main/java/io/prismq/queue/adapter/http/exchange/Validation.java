package io.prismq.queue.adapter.http.exchange;

import io.prismq.queue.adapter.http.problem.FieldError;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.ValidatorFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Holds request records against their constraints. Safe for use by many threads. */
public final class Validation implements AutoCloseable {
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private final ValidatorFactory factory = jakarta.validation.Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
            .buildValidatorFactory();

    /**
     * Names every field that breaks a constraint.
     *
     * @throws ProblemException 422
     */
    void requireValid(Object request) {
        List<FieldError> errors = factory.getValidator().validate(request).stream()
                .map(Validation::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
    }

    @Override
    public void close() {
        factory.close();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(field(violation.getPropertyPath()), violation.getMessage());
    }

    /** The path as the body spells it: {@code tasks[3].max_attempts}. */
    private static String field(Path path) {
        String withoutElements = path.toString().replace(".<list element>", "");
        return HUMP.matcher(withoutElements).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
