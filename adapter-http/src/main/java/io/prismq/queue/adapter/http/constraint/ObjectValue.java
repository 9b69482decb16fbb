package io.prismq.queue.adapter.http.constraint;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The JSON value is an object. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = ObjectValueValidator.class)
public @interface ObjectValue {
    String message() default "must be an object";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
