package io.prismq.queue.bootstrap.client.view;

import io.prismq.queue.bootstrap.connection.Json;
import io.prismq.queue.bootstrap.connection.Reply;
import io.prismq.queue.bootstrap.terminal.Screen;
import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Texts;
import java.io.PrintWriter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Where a command prints, and for whom. */
public final class Output {
    @Option(names = "--json", description = "Print JSON as the server has it, for programs.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private @Nullable Screen screen;

    /** Whether for programs. */
    public boolean isJson() {
        return json;
    }

    /** Prints what the server answered: the document for programs, a table of it for people. */
    public void answer(Reply reply, Function<JsonNode, Table> table) {
        if (json) {
            document(reply.text());
        } else {
            table(table.apply(reply.body()));
        }
    }

    /** Prints a document of the server as it came. */
    public void document(String text) {
        line(Texts.printableJson(text));
    }

    /** Prints a value on one line. */
    public void value(JsonNode value) {
        document(Json.text(value));
    }

    public void table(Table table) {
        table.print(out(), screen());
    }

    public Screen screen() {
        if (screen == null) {
            screen = Screen.ofThisProcess();
        }
        return screen;
    }

    public void line(String line) {
        out().println(line);
        out().flush();
    }

    /** Whether nobody reads on, as behind {@code | head}. */
    public boolean isClosed() {
        return out().checkError();
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    public PrintWriter err() {
        return command.commandLine().getErr();
    }
}
