package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.client.view.Output;
import io.prismq.queue.bootstrap.connection.Json;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.connection.Request;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The log of a task, printed as far as it goes. */
final class TaskLog {
    private static final int PAGE = 1000;
    private static final String INDENTATION = " ".repeat(31);

    private final long id;
    private final Output output;
    private long last;

    /** Asks for a page. */
    interface Pages {
        Reply ask(Request request) throws InterruptedException;
    }

    TaskLog(long id, Output output) {
        this.id = id;
        this.output = output;
    }

    /** Prints the lines that were not printed before. */
    void print(Pages pages) throws InterruptedException {
        boolean more = true;
        while (more && !output.isClosed()) {
            Reply page = pages.ask(Request.get("/api/queue/tasks/%d/logs?after=%d&limit=%d".formatted(id, last, PAGE)));
            page.body().forEach(this::print);
            more = page.next().isPresent();
        }
    }

    private void print(JsonNode line) {
        last = line.path("log_id").asLong();
        if (output.isJson()) {
            output.value(line);
        } else {
            output.line(text(line));
        }
    }

    private static String text(JsonNode line) {
        String details = line.path("details").isNull() ? "" : "\n" + Json.text(line.path("details"));
        return "%s %-5s %s"
                .formatted(
                        Texts.printable(line.path("at_utc").asString("")),
                        Texts.printable(line.path("level").asString("").toUpperCase(Locale.ROOT)),
                        Texts.printableLines(line.path("message").asString("") + details, INDENTATION));
    }
}
