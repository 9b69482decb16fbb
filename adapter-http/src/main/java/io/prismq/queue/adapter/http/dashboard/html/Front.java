package io.prismq.queue.adapter.http.dashboard.html;

import io.prismq.queue.adapter.http.asset.Webjars;
import io.prismq.queue.adapter.http.dashboard.view.Shell;

/** What all pages of the dashboard share. */
public record Front(Files files, Pages pages, Guard guard) {
    /** For the pages of a database by its name. */
    public static Front open(String database) {
        Files files = new Files();
        Tokens tokens = new Tokens();
        return new Front(
                files,
                new Pages(files, tokens, new Shell.Server(database, Webjars.version("prismq"))),
                new Guard(tokens));
    }
}
