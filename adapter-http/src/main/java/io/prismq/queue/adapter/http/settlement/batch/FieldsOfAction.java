package io.prismq.queue.adapter.http.settlement.batch;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The settlement has the fields that its action needs, and none of another action. */
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = FieldsOfActionValidator.class)
@interface FieldsOfAction {
    String message() default "must have the fields of its action";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
