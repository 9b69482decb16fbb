package io.prismq.queue.adapter.http.dashboard.view;

import org.jspecify.annotations.Nullable;

/**
 * What is around the content of every page.
 *
 * @param section the path of the link in the head that leads here; empty where none does
 * @param token proves that a form is one of ours
 * @param notice what became of the last action
 * @param who is logged in; null where nobody had to
 * @param may what whoever looks may do
 */
public record Shell(
        String title,
        String section,
        String token,
        @Nullable Notice notice,
        @Nullable String who,
        Rights may,
        Files files,
        Server server) {

    /** The path of the page that the pages begin with, for whoever looks. */
    public String home() {
        return may.read() ? "/" : "/enqueue";
    }

    /** What is offered: nobody is shown a button that would be refused to him. */
    public record Rights(boolean read, boolean enqueue, boolean manage) {}

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
