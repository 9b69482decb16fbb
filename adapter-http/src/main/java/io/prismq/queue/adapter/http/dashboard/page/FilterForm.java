package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.dashboard.view.TaskListView.Choice;
import io.prismq.queue.adapter.http.dashboard.view.TaskListView.FilterView;
import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Statuses;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.adapter.http.problem.FieldError;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was typed to narrow a list. A form sends all of its fields: what is empty is not there. */
record FilterForm(Map<String, String> typed) {
    private static final String STATUS = "status";
    private static final String TYPE = "type";
    private static final String ID = "id";
    private static final String KEY = "key";
    private static final String OLDER = "older_than";
    private static final String NEWER = "newer_than";
    private static final String LIMIT = "limit";
    private static final List<String> FIELDS = List.of(STATUS, TYPE, ID, KEY, OLDER, NEWER, LIMIT);

    /** The query parameters of the list. */
    static String[] names() {
        return Stream.concat(FIELDS.stream(), Stream.of(TaskFilter.CURSOR)).toArray(String[]::new);
    }

    static FilterForm of(Query query) {
        Map<String, String> typed = new HashMap<>();
        for (String field : FIELDS) {
            query.text(field)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> typed.put(field, text));
        }
        return new FilterForm(typed);
    }

    /**
     * The filter that this is.
     *
     * @throws ProblemException 422: names every field that is wrong
     */
    TaskFilter filter() {
        List<FieldError> flaws = new ArrayList<>();
        TaskFilter filter = new TaskFilter(
                read(STATUS, Statuses::parse, flaws),
                read(TYPE, TypeNames::parse, flaws),
                read(ID, text -> TaskIds.parse(ID, text), flaws),
                read(KEY, text -> text, flaws),
                read(OLDER, word -> age(OLDER, word), flaws),
                read(NEWER, word -> age(NEWER, word), flaws),
                read(LIMIT, FilterForm::limit, flaws).orElse(TaskFilter.PAGE));
        if (!flaws.isEmpty()) {
            throw new ProblemException(Problem.invalid(flaws));
        }
        return filter;
    }

    /** The form as it is shown, with what is wrong with it beside its fields. */
    FilterView view(List<FieldError> flaws, List<String> types) {
        return new FilterView(
                typed,
                flaws.stream().collect(Collectors.toMap(FieldError::field, FieldError::message)),
                Arrays.stream(TaskStatus.values()).map(TaskStatus::word).toList(),
                Arrays.stream(TaskFilter.Age.values())
                        .map(age -> new Choice(age.word, age.title))
                        .toList(),
                types,
                TaskFilter.LIMITS.stream().map(limit -> Integer.toString(limit)).toList());
    }

    private <T> Optional<T> read(String field, Function<String, T> parser, List<FieldError> flaws) {
        try {
            return Optional.ofNullable(typed.get(field)).map(parser);
        } catch (ProblemException wrong) {
            flaws.addAll(wrong.problem().errors());
            return Optional.empty();
        }
    }

    private static TaskFilter.Age age(String name, String word) {
        return Arrays.stream(TaskFilter.Age.values())
                .filter(age -> age.word.equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        name,
                        "must be one of "
                                + Arrays.stream(TaskFilter.Age.values())
                                        .map(age -> age.word)
                                        .collect(Collectors.joining(", "))));
    }

    private static int limit(String word) {
        return TaskFilter.LIMITS.stream()
                .filter(limit -> Integer.toString(limit).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        LIMIT,
                        "must be one of "
                                + TaskFilter.LIMITS.stream()
                                        .map(limit -> Integer.toString(limit))
                                        .collect(Collectors.joining(", "))));
    }
}
