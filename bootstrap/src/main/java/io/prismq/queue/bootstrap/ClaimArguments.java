package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.remote.ClaimOptions;
import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.TaskType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which tasks a worker asks for. What the server would refuse is told before it is asked. */
final class ClaimArguments {
    private static final int LONGEST_LEASE_SECONDS = 86_400;
    private static final int MOST_TASKS_OF_A_CLAIM = 100;

    @Option(
            names = "--types",
            paramLabel = "TYPE,...",
            hideParamSyntax = true,
            required = true,
            split = ",",
            description = "Task types, separated by commas.")
    private List<String> types = List.of();

    @Option(
            names = "--lease-seconds",
            paramLabel = "N",
            description = "How long a task is held without a heartbeat (default: as the server has it for the type).")
    private @Nullable Integer leaseSeconds;

    @Option(
            names = "--capabilities",
            paramLabel = "JSON",
            description = "What this worker offers to tasks with a compatibility: an object.")
    private @Nullable String capabilities;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            completionCandidates = Strategies.class,
            description = "Which tasks first: priority (default), fifo, lifo, weighted_random.")
    private @Nullable String strategy;

    @Option(
            names = "--max-tasks",
            paramLabel = "N",
            description = "The most tasks of one claim, 1 to 100 (default: as many as slots are free).")
    private int maxTasks = MOST_TASKS_OF_A_CLAIM;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** What a shell can complete. */
    private static final class Strategies implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }

        static List<String> words() {
            return Arrays.stream(ClaimStrategy.values())
                    .map(ClaimStrategy::word)
                    .toList();
        }
    }

    ClaimOptions options() {
        types.forEach(this::requireType);
        require(
                strategy == null || Strategies.words().contains(strategy),
                "--strategy must be one of " + String.join(", ", Strategies.words()));
        require(
                leaseSeconds == null || (leaseSeconds >= 1 && leaseSeconds <= LONGEST_LEASE_SECONDS),
                "--lease-seconds must be between 1 and 86400");
        require(maxTasks >= 1 && maxTasks <= MOST_TASKS_OF_A_CLAIM, "--max-tasks must be between 1 and 100");
        return new ClaimOptions(types, leaseSeconds, offered(), strategy, maxTasks);
    }

    private @Nullable ObjectNode offered() {
        if (capabilities == null) {
            return null;
        }
        try {
            if (new JsonMapper().readTree(capabilities) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException notJson) {
            // Told below.
        }
        throw wrong("--capabilities must be an object in JSON");
    }

    private void requireType(String type) {
        try {
            new TaskType(type);
        } catch (IllegalArgumentException unfit) {
            throw wrong("--types: " + unfit.getMessage() + ", not '" + type + "'");
        }
    }

    private void require(boolean condition, String sentence) {
        if (!condition) {
            throw wrong(sentence);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
