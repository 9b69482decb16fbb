package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks.
 *
 * @param path of this page, with its filters
 * @param isFirst whether it begins with the newest task
 * @param next the path of the page that follows; null where none does
 * @param cut whether there are more tasks that meet the filters than a search by key shows
 */
public record TaskListView(
        FilterView filter,
        List<TaskRow> rows,
        String path,
        boolean isFirst,
        String first,
        @Nullable String next,
        boolean cut) {

    /** What a list is narrowed to, as it was typed. */
    public record FilterView(
            String status,
            String type,
            String id,
            String key,
            String olderThan,
            String newerThan,
            List<String> statuses,
            List<Choice> ages,
            List<String> types) {}

    /** One of some values. */
    public record Choice(String value, String name) {}
}
