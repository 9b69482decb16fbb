package io.prismq.queue.adapter.http.dashboard.view;

import org.jspecify.annotations.Nullable;

/**
 * What is around the content of every page.
 *
 * @param section the path of the link in the head that leads here; empty where none does
 * @param token proves that a form is one of ours
 * @param notice what became of the last action
 * @param who is logged in; null where nobody had to
 */
public record Shell(
        String title,
        String section,
        String token,
        @Nullable Notice notice,
        @Nullable String who,
        Files files,
        Server server) {

    /**
     * Whose page it is.
     *
     * @param database its name
     * @param version of the program
     */
    public record Server(String database, String version) {}

    /** The paths of what pages are made with. */
    public record Files(String style, String script, String htmx, String chart, String icon) {}
}
