package io.prismq.queue.adapter.http.settlement.batch;

import io.prismq.queue.adapter.http.constraint.Words;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;

/** Blames each field for itself. */
public final class FieldsOfActionValidator implements ConstraintValidator<FieldsOfAction, SettlementRequest> {
    @Override
    public boolean isValid(SettlementRequest item, ConstraintValidatorContext context) {
        if (!Words.of(Action.class).contains(item.action())) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        boolean valid = true;
        for (Field field : Field.values()) {
            Optional<String> flaw = flaw(item, field);
            flaw.ifPresent(message -> blame(field, message, context));
            valid &= flaw.isEmpty();
        }
        return valid;
    }

    private static Optional<String> flaw(SettlementRequest item, Field field) {
        boolean belongs = field.belongsTo(Words.parse(Action.class, item.action()));
        if (field.isIn(item) && !belongs) {
            return Optional.of("does not belong to the action " + item.action());
        }
        return belongs && field.isRequired() && !field.isIn(item) ? Optional.of("must not be null") : Optional.empty();
    }

    private static void blame(Field field, String message, ConstraintValidatorContext context) {
        context.buildConstraintViolationWithTemplate(message)
                .addPropertyNode(field.property())
                .addConstraintViolation();
    }
}
