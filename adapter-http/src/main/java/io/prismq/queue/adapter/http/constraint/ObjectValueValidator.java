package io.prismq.queue.adapter.http.constraint;

import io.prismq.queue.adapter.http.json.RawJson;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Looks at the first character: what is well-formed and begins like an object is one. */
public final class ObjectValueValidator implements ConstraintValidator<ObjectValue, RawJson> {
    @Override
    public boolean isValid(@Nullable RawJson value, ConstraintValidatorContext context) {
        return value == null || value.isObject();
    }
}
