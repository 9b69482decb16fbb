package io.prismq.queue.adapter.http.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Tries to read the time. */
public final class UtcTimeValidator implements ConstraintValidator<UtcTime, String> {
    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || Times.parse(value).isPresent();
    }
}
