package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a list of tasks is narrowed to.
 *
 * @param limit the most tasks that a page shows: one of {@link #LIMITS}
 */
record TaskFilter(
        Optional<TaskStatus> status,
        Optional<TaskType> type,
        Optional<TaskId> id,
        Optional<String> key,
        Optional<Age> olderThan,
        Optional<Age> newerThan,
        int limit) {
    static final String PATH = "/tasks";
    static final String CURSOR = "cursor";
    static final int PAGE = 50;
    static final List<Integer> LIMITS = List.of(PAGE, 200, 500);

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

    /** Whether it leaves nothing out. */
    boolean isOpen() {
        return equals(new TaskFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit));
    }

    /** The path of the list that is narrowed so. */
    String path() {
        return path(Map.of());
    }

    /** The path of the page that begins there. */
    String pathFrom(String cursor) {
        return path(Map.of(CURSOR, cursor));
    }

    private String path(Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>();
        status.ifPresent(value -> values.put("status", value.word()));
        type.ifPresent(value -> values.put("type", value.value()));
        id.ifPresent(value -> values.put("id", value.toString()));
        key.ifPresent(value -> values.put("key", value));
        olderThan.ifPresent(value -> values.put("older_than", value.word));
        newerThan.ifPresent(value -> values.put("newer_than", value.word));
        if (limit != PAGE) {
            values.put("limit", Integer.toString(limit));
        }
        values.putAll(more);
        String query = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }
}
