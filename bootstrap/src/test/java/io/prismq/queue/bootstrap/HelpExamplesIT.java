package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.server.PrismqServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the example of every help, each in a room of its own. A new command is found by itself; what its example needs
 * beside the things in an {@link ExampleRoom} is said here.
 */
@Timeout(60)
class HelpExamplesIT {
    /** What a command prints that goes on until it is stopped. */
    private static final Map<String, String> UNTIL_STOPPED = Map.of(
            "prismq serve", "PrismQ is ready at ",
            "prismq work", "PrismQ is ready to run tasks",
            "prismq worker", "PrismQ worker ");

    /** What has to be done before. */
    private static final Map<String, String> BEFORE =
            Map.of("prismq restore", "prismq backup --db q.db --to q-backup.db");

    @TempDir
    private static Path template;

    private static ExampleRoom original;

    static Stream<Example> examples() {
        return Example.commands().flatMap(command -> Example.of(command).stream());
    }

    @BeforeAll
    static void prepare() throws IOException {
        original = ExampleRoom.in(template);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void doesWhatItSays(Example example, @TempDir Path directory) throws IOException {
        ExampleRoom room = original.copyTo(directory);
        String before = BEFORE.get(example.runs().qualifiedName());
        if (before != null) {
            assertRuns(new Example(example.command(), before), room);
        }
        assertRuns(example, room);
    }

    private static void assertRuns(Example example, ExampleRoom room) throws IOException {
        if (example.runs().findOption("--server") == null) {
            assertRuns(example, new ExampleArguments(example, room).forServer(""));
        } else {
            try (PrismqServer server = room.serve()) {
                String address = server.address().toString();
                assertRuns(example, new ExampleArguments(example, room).forServer(address));
            }
        }
    }

    private static void assertRuns(Example example, List<String> arguments) {
        RunningCommandLine running = RunningCommandLine.start(arguments);
        String words = UNTIL_STOPPED.get(example.runs().qualifiedName());
        if (words == null) {
            assertThat(running.ended()).as("%s", running).isZero();
        } else {
            running.awaitPrinted(words);
            running.stop();
            assertThat(running.out()).as("%s", running).contains(words);
        }
    }
}
