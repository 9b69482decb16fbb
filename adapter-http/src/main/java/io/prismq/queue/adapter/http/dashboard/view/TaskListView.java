package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks.
 *
 * @param path of this page, with its filters
 * @param isLive whether it changes when something happens: it begins with the first task
 * @param isWhole whether nothing is left out of it
 * @param said what there is to say beside the rows, or in their place; null where there is nothing
 */
public record TaskListView(
        FilterView filter,
        List<TaskRow> rows,
        String path,
        boolean isLive,
        boolean isWhole,
        @Nullable String said,
        Pager pager) {

    /**
     * The ways to other pages.
     *
     * @param first the path of the first page; null where this is it
     * @param next the path of the page that follows; null where none does
     */
    public record Pager(
            @Nullable String first,
            String firstName,
            @Nullable String next,
            String nextName) {
        public boolean isNeeded() {
            return first != null || next != null;
        }
    }

    /**
     * What a list is narrowed to, by the names of the fields.
     *
     * @param typed without the fields that were left empty
     * @param errors what is wrong with some
     */
    public record FilterView(
            Map<String, String> typed,
            Map<String, String> errors,
            List<String> statuses,
            List<Choice> ages,
            List<String> types,
            List<String> limits) {

        public boolean isChosen(String field, String value) {
            return value.equals(typed.get(field));
        }
    }

    /** One of some values. */
    public record Choice(String value, String name) {}
}
