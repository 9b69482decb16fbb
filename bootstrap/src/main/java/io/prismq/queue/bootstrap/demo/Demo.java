package io.prismq.queue.bootstrap.demo;

import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.terminal.Screen;
import io.prismq.queue.bootstrap.wiring.Launcher;
import io.prismq.queue.domain.port.SystemClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One run of the show. */
final class Demo {
    private static final long PATIENCE_SECONDS = 60;

    private final Path directory;
    private final PrintWriter out;

    Demo(Path directory, PrintWriter out) {
        this.directory = directory;
        this.out = out;
    }

    /** Whether every task ended as it must. */
    boolean run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (PrismqServer server = Launcher.serve(configuration(), List.of(new SlowHandler(), new FlakyHandler()))) {
            out.printf("A server at %s, its database %s%n", server.address(), DemoDirectory.database(directory));
            out.flush();
            List<DemoOutcome> outcomes = watch(new DemoClient(server.address().toString()));
            DemoTable.print(out, outcomes);
            boolean once = repeatedTaskIsTheSame(outcomes);
            if (!once) {
                out.println("NO: the same idempotency key made two tasks");
            }
            return once && outcomes.stream().allMatch(DemoOutcome::asItMust);
        }
    }

    private Configuration configuration() throws IOException {
        Path file = Files.writeString(directory.resolve("prismq.yaml"), """
                server: {port: 0}
                queue: {db_path: '%s'}
                maintenance: {temp_directories: ['%s']}
                types:
                  demo.slow: {timeout_seconds: 1}
                  demo.flaky: {initial_seconds: 0.2}
                """.formatted(
                        DemoDirectory.database(directory), DemoDirectory.temporary(directory)));
        return ConfigurationLoader.load(new ConfigurationSources(Optional.of(file), Map.of(), Map.of()));
    }

    private List<DemoOutcome> watch(DemoClient client)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<DemoTask> tasks = DemoTask.all(new SystemClock().now());
        List<CompletableFuture<DemoOutcome>> outcomes = new ArrayList<>();
        try (DemoProgress progress = DemoProgress.of(tasks.size(), out, Screen.ofThisProcess())) {
            for (DemoTask task : tasks) {
                outcomes.add(send(client, task).thenApply(outcome -> {
                    progress.step();
                    return outcome;
                }));
            }
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return outcomes.stream().map(CompletableFuture::join).toList();
    }

    private static CompletableFuture<DemoOutcome> send(DemoClient client, DemoTask task)
            throws IOException, InterruptedException {
        JsonNode enqueued = client.enqueue(task.body());
        long id = enqueued.get("task_id").asLong();
        if (task.cancelled()) {
            client.cancel(id);
        }
        return client.ended(id)
                .thenApply(ended ->
                        new DemoOutcome(task.title(), ended, task.asItMust().test(ended)));
    }

    private static boolean repeatedTaskIsTheSame(List<DemoOutcome> outcomes) {
        return outcomes.stream()
                        .map(outcome -> outcome.task())
                        .filter(task -> task.get("idempotency_key").asString("").equals("once"))
                        .map(task -> task.get("task_id").asLong())
                        .distinct()
                        .count()
                == 1;
    }
}
