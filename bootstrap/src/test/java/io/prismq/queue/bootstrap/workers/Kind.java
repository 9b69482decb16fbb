package io.prismq.queue.bootstrap.workers;

import io.prismq.queue.bootstrap.process.Program;
import java.nio.file.Path;
import java.util.List;

/** The workers that are shipped, as the examples say that they are run. All of them do the same kinds of tasks. */
enum Kind {
    COMMAND,
    PYTHON,
    NODE,
    SHELL;

    private static final Path EXAMPLES = Path.of("../docs/examples");

    private static final String TYPES = "example.greet,example.fail";

    /** What the examples do, as a command. */
    private static final String SCRIPT = """
            payload=$(cat)
            if [ $PRISMQ_TASK_TYPE = example.fail ]; then
                echo "$payload" | jq -r .reason >&2
                exit 65
            fi
            echo 'progress: 0 thinking' >&2
            sleep $(echo "$payload" | jq '.seconds // 0')
            echo "$payload" | jq -r '"greeting \\(.name)"' >&2
            echo "$payload" | jq -c '{greeting: "Hello, \\(.name)!"}'
            """;

    /** A worker of this kind that is about to start. */
    ProcessBuilder worker(String server, int leaseSeconds) {
        ProcessBuilder builder = switch (this) {
            case COMMAND -> command(server, leaseSeconds);
            case PYTHON -> example("python3", "worker.py", server);
            case NODE -> example("node", "worker.mjs", server);
            case SHELL -> example("sh", "worker.sh", server);
        };
        builder.environment().put("PRISMQ_LEASE_SECONDS", Integer.toString(leaseSeconds));
        builder.environment().put("PRISMQ_WORKER", name());
        return builder;
    }

    private ProcessBuilder command(String server, int leaseSeconds) {
        return Program.builder(List.of(
                "worker",
                "--server",
                server,
                "--types",
                TYPES,
                "--worker-id",
                name(),
                "--lease-seconds",
                Integer.toString(leaseSeconds),
                "--",
                "sh",
                "-c",
                SCRIPT));
    }

    private static ProcessBuilder example(String interpreter, String file, String server) {
        return new ProcessBuilder(interpreter, EXAMPLES.resolve(file).toString(), server, TYPES);
    }
}
