package io.prismq.queue.adapter.http.constraint;

import io.prismq.queue.adapter.http.json.RawJson;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Counts bytes only where the number of characters leaves a doubt. */
public final class MaxBytesValidator implements ConstraintValidator<MaxBytes, RawJson> {
    private static final int MAX_BYTES_PER_CHAR = 3;

    private int max;

    @Override
    public void initialize(MaxBytes constraint) {
        max = constraint.value();
    }

    @Override
    public boolean isValid(@Nullable RawJson value, ConstraintValidatorContext context) {
        return value == null
                || value.text().length() <= max / MAX_BYTES_PER_CHAR
                || value.text().getBytes(StandardCharsets.UTF_8).length <= max;
    }
}
