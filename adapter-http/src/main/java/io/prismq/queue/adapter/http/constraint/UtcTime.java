package io.prismq.queue.adapter.http.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A time as in RFC 3339, with its offset, from the year 0 to the year 9999. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = UtcTimeValidator.class)
public @interface UtcTime {
    String message() default
            "must be a time as in RFC 3339 with an offset, such as 2026-01-31T12:00:00Z, up to the year 9999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
