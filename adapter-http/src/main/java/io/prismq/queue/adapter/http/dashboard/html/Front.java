package io.prismq.queue.adapter.http.dashboard.html;

/** What all pages of the dashboard share. */
public record Front(Files files, Pages pages, Guard guard) {
    public static Front open() {
        Files files = new Files();
        Tokens tokens = new Tokens();
        return new Front(files, new Pages(files, tokens), new Guard(tokens));
    }
}
