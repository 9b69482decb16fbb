package io.prismq.queue.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The arguments of an example as a test can give them: files are those of a room, a server is the room's or listens on any
 * port, and the database of whoever runs the test is left alone.
 */
final class ExampleArguments {
    private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(db|bak|json|yaml|py)|handlers|backups");

    private final Example example;
    private final ExampleRoom room;
    private final List<String> arguments;

    ExampleArguments(Example example, ExampleRoom room) {
        this.example = example;
        this.room = room;
        this.arguments = new ArrayList<>(
                example.arguments().stream().map(this::inTheRoom).toList());
    }

    List<String> forServer(String address) {
        put("--server", address);
        put("--port", "0");
        put("--db", inTheRoom("q.db"));
        return arguments;
    }

    private String inTheRoom(String argument) {
        return FILE.matcher(argument).matches()
                ? room.directory().resolve(argument).toString()
                : argument;
    }

    /** Gives a value to an option that the command knows, except where the example names a file for it. */
    private void put(String option, String value) {
        CommandSpec command = example.runs();
        if (command.findOption(option) == null) {
            return;
        }
        int index = arguments.indexOf(option);
        if (index < 0) {
            arguments.addAll(command.qualifiedName().split(" ").length - 1, List.of(option, value));
        } else if (!arguments.get(index + 1).startsWith(room.directory().toString())) {
            arguments.set(index + 1, value);
        }
    }
}
