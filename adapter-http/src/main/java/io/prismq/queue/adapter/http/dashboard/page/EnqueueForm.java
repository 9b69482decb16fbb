package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.client.EnqueueRequest;
import io.prismq.queue.adapter.http.dashboard.view.EnqueueView;
import io.prismq.queue.adapter.http.dashboard.view.EnqueueView.Field;
import io.prismq.queue.adapter.http.dashboard.view.JsonText;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.Form;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.adapter.http.problem.FieldError;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was typed for a new task. It is held against the rules of the API, by making the request of it. */
record EnqueueForm(Map<EnqueueField, String> typed) {
    private static final Map<EnqueueField, String> EMPTY = Map.of(EnqueueField.PAYLOAD, "{}");

    static EnqueueForm empty() {
        return new EnqueueForm(EMPTY);
    }

    static EnqueueForm from(Form form) {
        Map<EnqueueField, String> typed = new EnumMap<>(EnqueueField.class);
        for (EnqueueField field : EnqueueField.values()) {
            form.text(field.word())
                    .map(text -> text.replace("\r\n", "\n"))
                    .map(text -> field == EnqueueField.IDEMPOTENCY_KEY ? text : text.strip())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> typed.put(field, text));
        }
        return new EnqueueForm(typed);
    }

    /** The same task once more: without its key, which no second task can have, and at once. */
    static EnqueueForm like(StoredTask stored) {
        Task task = stored.task();
        Map<EnqueueField, String> typed = new EnumMap<>(EnqueueField.class);
        typed.put(EnqueueField.TYPE, task.type().value());
        typed.put(EnqueueField.PRIORITY, Integer.toString(task.spec().priority().value()));
        typed.put(EnqueueField.MAX_ATTEMPTS, Integer.toString(task.spec().maxAttempts()));
        typed.put(EnqueueField.PAYLOAD, readable(stored.payload().json()));
        if (!task.spec().compatibility().members().isEmpty()) {
            typed.put(
                    EnqueueField.COMPATIBILITY,
                    readable(task.spec().compatibility().json()));
        }
        return new EnqueueForm(typed);
    }

    /**
     * The request that this is.
     *
     * @throws ProblemException if the API would refuse it: names every field that is wrong
     */
    EnqueueRequest request(Bodies bodies) {
        Map<EnqueueField, FieldError> wrong = new EnumMap<>(EnqueueField.class);
        typed.forEach((field, text) -> flaw(field, text, bodies).ifPresent(flaw -> wrong.put(field, flaw)));
        // What cannot be read hides what is wrong with the rest: that is read without it.
        while (true) {
            try {
                EnqueueRequest request = bodies.read(json(wrong.keySet()), EnqueueRequest.class);
                if (wrong.isEmpty()) {
                    return request;
                }
                throw new ProblemException(Problem.invalid(List.copyOf(wrong.values())));
            } catch (ProblemException refused) {
                if (!add(refused.problem().errors(), wrong)) {
                    throw wrong.isEmpty()
                            ? refused
                            : new ProblemException(Problem.invalid(List.copyOf(wrong.values())));
                }
            }
        }
    }

    /** The form as it is shown, with what is wrong with it beside its fields. */
    EnqueueView view(List<String> types, @Nullable String from, Optional<Problem> problem) {
        List<FieldError> errors = problem.map(Problem::errors).orElse(List.of());
        boolean isExplained = errors.stream()
                .anyMatch(error -> EnqueueField.blamed(error.field()).isPresent());
        return new EnqueueView(
                Arrays.stream(EnqueueField.values())
                        .filter(field -> field.kind != EnqueueField.Kind.JSON)
                        .map(field -> field(field, errors))
                        .toList(),
                field(EnqueueField.PAYLOAD, errors),
                field(EnqueueField.COMPATIBILITY, errors),
                types,
                from,
                isExplained ? null : problem.map(Problem::detail).orElse(null));
    }

    private Field field(EnqueueField field, List<FieldError> errors) {
        String error = errors.stream()
                .filter(flaw ->
                        EnqueueField.blamed(flaw.field()).filter(field::equals).isPresent())
                .map(FieldError::message)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Field(
                field.word(), field.label, field.hint, typed.getOrDefault(field, ""), error.isEmpty() ? null : error);
    }

    /** Whether one of them is news. */
    private static boolean add(List<FieldError> errors, Map<EnqueueField, FieldError> wrong) {
        int before = wrong.size();
        errors.forEach(error -> EnqueueField.blamed(error.field()).ifPresent(field -> wrong.putIfAbsent(field, error)));
        return wrong.size() > before;
    }

    private String json(Set<EnqueueField> without) {
        return typed.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .map(entry -> member(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A text that is one JSON value cannot end the field that it stands in. */
    private static Optional<FieldError> flaw(EnqueueField field, String text, Bodies bodies) {
        if (field.kind != EnqueueField.Kind.JSON) {
            return Optional.empty();
        }
        try {
            bodies.read(text, RawJson.class);
            return Optional.empty();
        } catch (ProblemException flaw) {
            Problem problem = flaw.problem();
            String message = problem.type() == ProblemType.MALFORMED_JSON
                    ? problem.detail().replaceFirst("^The body is not", "must be")
                    : problem.errors().get(0).message();
            return Optional.of(new FieldError(field.word(), message));
        }
    }

    private static String member(EnqueueField field, String text) {
        return "\"" + field.word() + "\":" + field.json(text);
    }

    private static String readable(String json) {
        JsonText pretty = JsonText.of(json);
        return pretty.cut() ? json : pretty.text();
    }
}
