package io.prismq.queue.bootstrap.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected of a follower of events in any language. */
@Timeout(120)
class EventExamplesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path EXAMPLES = Path.of("../docs/examples");
    private static final String TASK = "{\"type\": \"a\"}";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"python3, events.py", "node, events.mjs"})
    void hearEachEventOnceThoughTheServerIsKilled(String interpreter, String example) {
        Path database = directory.resolve("queue.db");
        try (ServerProcess killed = ServerProcess.start(database, "--no-worker");
                WorkerProcess follower = follow(interpreter, example, killed.address(), "0")) {
            killed.client().post("/api/queue/enqueue", TASK);
            hears(follower, "1 enqueued task 1");
            killed.kill();
            try (ServerProcess again = ServerProcess.startAt(killed.client().port(), database, "--no-worker")) {
                again.client().post("/api/queue/enqueue", TASK);
                hears(follower, "2 enqueued task 2");
            }
            assertThat(follower.printed().lines().filter(line -> line.contains("enqueued")))
                    .containsExactly("1 enqueued task 1", "2 enqueued task 2");
        }
    }

    @ParameterizedTest
    @CsvSource({"python3, events.py", "node, events.mjs"})
    void areToldThatTheyMissedSomething(String interpreter, String example) {
        try (ServerProcess server = ServerProcess.start(directory.resolve("queue.db"), "--no-worker");
                WorkerProcess follower = follow(interpreter, example, server.address(), "4711")) {
            hears(follower, "reset ");
        }
    }

    @ParameterizedTest
    @CsvSource({"python3, events.py", "node, events.mjs"})
    void endWhereTheyAskForWhatIsNot(String interpreter, String example) {
        try (ServerProcess server = ServerProcess.start(directory.resolve("queue.db"), "--no-worker");
                WorkerProcess follower = follow(interpreter, example, server.address(), "many")) {
            assertThat(follower.awaitEnd()).isEqualTo(1);
            assertThat(follower.printed()).contains("urn:prismq:problem:invalid-field");
        }
    }

    /** Without one, they would be let in; a wrong one is refused. */
    @ParameterizedTest
    @CsvSource({"python3, events.py", "node, events.mjs"})
    void presentTheirKey(String interpreter, String example) {
        try (ServerProcess server = ServerProcess.start(directory.resolve("queue.db"), "--no-worker")) {
            ProcessBuilder keyed = builder(interpreter, example, server.address(), "0");
            keyed.environment().put("PRISMQ_KEY", "wrong");
            try (WorkerProcess follower = WorkerProcess.start(keyed, directory)) {
                assertThat(follower.awaitEnd()).isEqualTo(1);
                assertThat(follower.printed()).contains("This is not a key of this server");
            }
        }
    }

    private WorkerProcess follow(String interpreter, String example, String server, String last) {
        return WorkerProcess.start(builder(interpreter, example, server, last), directory);
    }

    private static ProcessBuilder builder(String interpreter, String example, String server, String last) {
        ProcessBuilder builder =
                new ProcessBuilder(interpreter, EXAMPLES.resolve(example).toString(), server, "kind=enqueued");
        builder.environment().put("PRISMQ_LAST_EVENT_ID", last);
        return builder;
    }

    private static void hears(WorkerProcess follower, String line) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(follower.printed().lines()).anyMatch(said -> said.startsWith(line)));
    }
}
