package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.connection.Json;
import io.prismq.queue.bootstrap.terminal.DurationConverter;
import io.prismq.queue.domain.port.SystemClock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** What can be said of a task beside its type and its payload. The server says what it does not take. */
final class TaskOptions {
    @Option(names = "--priority", paramLabel = "N", description = "1 to 1000, the lower number first.")
    private @Nullable Integer priority;

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long it is not run: 30s, 5m, 1h30m, 2d.")
    private @Nullable Duration delay;

    @Option(names = "--run-after", paramLabel = "TIME", description = "When it may be run: 2030-01-31T08:00:00+01:00.")
    private @Nullable String runAfter;

    @Option(names = "--max-attempts", paramLabel = "N", description = "1 to 100.")
    private @Nullable Integer maxAttempts;

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long it may wait unclaimed before it fails.")
    private @Nullable Duration ttl;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "Repeated with the same key, the command makes no second task.")
    private @Nullable String key;

    @Option(
            names = "--compatibility",
            paramLabel = "JSON",
            description = "What the capabilities of a worker must meet: an object.")
    private @Nullable String compatibility;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The body of the request. */
    ObjectNode body(String type, Optional<String> payload) {
        ObjectNode body = new ObjectNode(JsonNodeFactory.instance).put("type", type);
        payload.ifPresent(json -> body.putRawValue("payload", new RawValue(json)));
        put(body, "priority", priority);
        put(body, "max_attempts", maxAttempts);
        notBefore().ifPresent(time -> body.put("run_after_utc", time));
        if (ttl != null) {
            body.put("ttl_seconds", ttl.toSeconds());
        }
        if (key != null) {
            body.put("idempotency_key", key);
        }
        if (compatibility != null) {
            body.set("compatibility", value(compatibility));
        }
        return body;
    }

    private static void put(ObjectNode body, String field, @Nullable Integer value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private Optional<String> notBefore() {
        if (delay != null && runAfter != null) {
            throw wrong("--delay and --run-after exclude each other");
        }
        return delay == null
                ? Optional.ofNullable(runAfter)
                : Optional.of(new SystemClock().now().plus(delay).toString());
    }

    private JsonNode value(String json) {
        try {
            return Json.value(json);
        } catch (JacksonException notJson) {
            throw wrong("--compatibility is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
