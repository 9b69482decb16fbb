package io.prismq.queue.adapter.http.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the words where it finds another. */
public final class WordOfValidator implements ConstraintValidator<WordOf, String> {
    private List<String> words = List.of();

    @Override
    public void initialize(WordOf constraint) {
        words = Words.of(constraint.value());
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null || words.contains(value)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("must be one of " + String.join(", ", words))
                .addConstraintViolation();
        return false;
    }
}
