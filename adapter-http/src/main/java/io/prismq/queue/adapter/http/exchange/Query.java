package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters in a request's query string, each given at most once where nothing else is said. */
public final class Query {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Query of(Context context) {
        return new Query(context.queryParamMap());
    }

    /** Refuses every parameter that is not named. */
    public void requireOnly(Set<String> names) {
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw ProblemException.invalid(unknown, "is not a known query parameter");
                });
    }

    public Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (values.containsKey(name) && given.size() != 1) {
            throw ProblemException.invalid(name, "must be given once, as percent-encoded UTF-8");
        }
        return given.stream().findFirst();
    }

    /** The values of a parameter that may be given more than once. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Optional<Integer> integer(String name, int min, int max) {
        return number(name, min, max).map(Math::toIntExact);
    }

    public Optional<Long> number(String name, long min, long max) {
        return text(name).map(digits -> {
            if (!INTEGER.matcher(digits).matches()) {
                throw ProblemException.invalid(name, "must be an integer");
            }
            long value = Long.parseLong(digits);
            if (value < min || value > max) {
                throw ProblemException.invalid(name, "must be between %d and %d".formatted(min, max));
            }
            return value;
        });
    }
}
