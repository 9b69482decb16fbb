package io.prismq.queue.bootstrap.client;

import io.prismq.queue.bootstrap.RunningCommandLine;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server in this process, and its only worker, which the test plays. */
final class PlayedQueue implements AutoCloseable {
    private final Path directory;
    private final Map<Long, String> tokens = new HashMap<>();
    private PrismqServer server;

    private PlayedQueue(Path directory) {
        this.directory = directory;
        this.server = serve("0");
    }

    static PlayedQueue start(Path directory) {
        return new PlayedQueue(directory);
    }

    ApiClient api() {
        return new ApiClient(address());
    }

    String address() {
        return server.address().toString();
    }

    /** Runs a command to its end. */
    RunningCommandLine run(String... arguments) {
        RunningCommandLine command = begin(arguments);
        command.ended();
        return command;
    }

    RunningCommandLine begin(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", address()));
        return RunningCommandLine.start(all);
    }

    long enqueue(String type) {
        return api().enqueue("{\"type\":\"%s\"}".formatted(type));
    }

    /** A task that the worker has claimed. */
    long claimed(String type) {
        long id = enqueue(type);
        claim(id, type);
        return id;
    }

    void claim(long id, String type) {
        tokens.put(
                id,
                api().post(
                                "/api/queue/claims",
                                "{\"worker_id\":\"player-1\",\"types\":[\"%s\"],\"wait_seconds\":20}".formatted(type))
                        .body()
                        .at("/tasks/0/lease_token")
                        .asString());
    }

    void progress(long id, int percent, String message) {
        settle(id, "heartbeat", ",\"progress\":{\"percent\":%d,\"message\":\"%s\"}".formatted(percent, message));
    }

    void log(long id, String message) {
        settle(id, "heartbeat", ",\"log\":[{\"level\":\"info\",\"message\":\"%s\"}]".formatted(message));
    }

    void complete(long id, String result) {
        settle(id, "complete", ",\"result\":" + result);
    }

    /** An attempt that has failed, and is repeated at once. */
    void fail(long id, String message) {
        settle(id, "fail", ",\"retry_after_seconds\":0,\"error_message\":\"%s\"".formatted(message));
    }

    void reject(long id, String message) {
        settle(id, "fail", ",\"retryable\":false,\"error_message\":\"%s\"".formatted(message));
    }

    /** Stops the server for as long as the action takes; the next one listens where it did. */
    void restart(Runnable meanwhile) {
        String port = api().port();
        server.close();
        meanwhile.run();
        server = serve(port);
    }

    @Override
    public void close() {
        server.close();
    }

    private void settle(long id, String action, String more) {
        ApiClient.Answer answer = api().post(
                        "/api/queue/tasks/%d/%s".formatted(id, action),
                        "{\"lease_token\":\"%s\"%s}".formatted(tokens.get(id), more));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
    }

    private PrismqServer serve(String port) {
        Map<String, String> options = Map.of(
                "server.port",
                port,
                "worker.enabled",
                "false",
                "queue.db_path",
                directory.resolve("queue.db").toString());
        return Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), options)), List.of());
    }
}
