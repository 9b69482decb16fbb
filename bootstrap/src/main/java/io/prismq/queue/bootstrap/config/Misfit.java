package io.prismq.queue.bootstrap.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a value that its key does not take, in words of the file. */
final class Misfit {
    static final String NO_OBJECT = "The value of the configuration key %s must be an object: names with values.";

    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> BROKEN = Set.of(double.class, Double.class);
    private static final Set<Class<?>> TRUTHS = Set.of(boolean.class, Boolean.class);

    private Misfit() {}

    static ConfigurationException told(JacksonException unfit, ObjectNode tree) {
        if (unfit instanceof UnrecognizedPropertyException unknown) {
            return new ConfigurationException(
                    "Unknown configuration key %s; known there: %s."
                            .formatted(path(unfit), sorted(unknown.getKnownPropertyIds())),
                    unfit);
        }
        Class<?> wanted = wanted(unfit);
        if (wanted != null && (wanted.isRecord() || Map.class.isAssignableFrom(wanted))) {
            return new ConfigurationException(NO_OBJECT.formatted(path(unfit)), unfit);
        }
        return new ConfigurationException(
                "The value of the configuration key %s must be %s%s."
                        .formatted(path(unfit), words(wanted, unfit), butIs(value(unfit, tree))),
                unfit);
    }

    private static @Nullable Class<?> wanted(JacksonException unfit) {
        if (unfit instanceof InputCoercionException outOfRange) {
            return outOfRange.getTargetType();
        }
        return unfit instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    private static String words(@Nullable Class<?> wanted, JacksonException unfit) {
        if (wanted == null) {
            return "something else (" + unfit.getOriginalMessage() + ")";
        }
        if (wanted.isEnum()) {
            return "one of " + sorted(List.of(wanted.getEnumConstants())).toLowerCase(Locale.ROOT);
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "a list such as [one, two]";
        }
        if (WHOLE.contains(wanted)) {
            return unfit instanceof InputCoercionException ? "a whole number that is not so large" : "a whole number";
        }
        if (BROKEN.contains(wanted)) {
            return "a number";
        }
        return TRUTHS.contains(wanted) ? "true or false" : "a text";
    }

    private static String butIs(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? ", and it is empty" : ", not " + value;
    }

    private static JsonNode value(JacksonException unfit, ObjectNode tree) {
        JsonNode value = tree;
        for (JacksonException.Reference step : unfit.getPath()) {
            value = step.getPropertyName() == null ? value.path(step.getIndex()) : value.path(step.getPropertyName());
        }
        return value;
    }

    private static String path(JacksonException unfit) {
        return unfit.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .substring(1);
    }

    private static String sorted(Collection<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
