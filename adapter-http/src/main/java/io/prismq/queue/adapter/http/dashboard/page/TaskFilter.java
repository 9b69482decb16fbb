package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.Statuses;
import io.prismq.queue.adapter.http.exchange.TaskIds;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a list of tasks is narrowed to. A form sends all of its fields: what is empty is not there. */
record TaskFilter(
        Optional<TaskStatus> status,
        Optional<TaskType> type,
        Optional<TaskId> id,
        Optional<String> key,
        Optional<Age> olderThan,
        Optional<Age> newerThan) {
    static final String PATH = "/tasks";
    static final String CURSOR = "cursor";
    static final String[] NAMES = {"status", "type", "id", "key", "older_than", "newer_than", CURSOR};

    /** Ages that can be chosen, by their words. */
    enum Age {
        FIVE_MINUTES("5m", "5 minutes", Duration.ofMinutes(5)),
        HALF_AN_HOUR("30m", "30 minutes", Duration.ofMinutes(30)),
        HOUR("1h", "1 hour", Duration.ofHours(1)),
        SIX_HOURS("6h", "6 hours", Duration.ofHours(6)),
        DAY("1d", "1 day", Duration.ofDays(1)),
        WEEK("7d", "7 days", Duration.ofDays(7)),
        MONTH("30d", "30 days", Duration.ofDays(30));

        final String word;
        final String title;
        final Duration length;

        Age(String word, String title, Duration length) {
            this.word = word;
            this.title = title;
            this.length = length;
        }
    }

    static TaskFilter from(Query query) {
        return new TaskFilter(
                typed(query, "status").map(Statuses::parse),
                typed(query, "type").map(TypeNames::parse),
                typed(query, "id").map(text -> TaskIds.parse("id", text)),
                typed(query, "key"),
                typed(query, "older_than").map(word -> age("older_than", word)),
                typed(query, "newer_than").map(word -> age("newer_than", word)));
    }

    static Optional<TaskId> cursor(Query query) {
        return typed(query, CURSOR).map(text -> TaskIds.parse(CURSOR, text));
    }

    /** The path of the list that is narrowed so. */
    String path() {
        return path(Map.of());
    }

    /** The path of the page behind the task. */
    String pathAfter(TaskId last) {
        return path(Map.of(CURSOR, last.toString()));
    }

    private String path(Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>();
        status.ifPresent(value -> values.put("status", value.word()));
        type.ifPresent(value -> values.put("type", value.value()));
        id.ifPresent(value -> values.put("id", value.toString()));
        key.ifPresent(value -> values.put("key", value));
        olderThan.ifPresent(value -> values.put("older_than", value.word));
        newerThan.ifPresent(value -> values.put("newer_than", value.word));
        values.putAll(more);
        String query = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private static Optional<String> typed(Query query, String name) {
        return query.text(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Age age(String name, String word) {
        return Arrays.stream(Age.values())
                .filter(age -> age.word.equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        name,
                        "must be one of "
                                + Arrays.stream(Age.values())
                                        .map(age -> age.word)
                                        .collect(Collectors.joining(", "))));
    }
}
