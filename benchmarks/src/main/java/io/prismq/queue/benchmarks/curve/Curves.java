package io.prismq.queue.benchmarks.curve;

import io.prismq.queue.benchmarks.budget.Bench;
import io.prismq.queue.benchmarks.budget.Effort;
import io.prismq.queue.benchmarks.budget.Question;
import io.prismq.queue.benchmarks.data.Mix;
import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.Latencies;
import io.prismq.queue.benchmarks.load.Repetition;
import io.prismq.queue.benchmarks.load.Tally;
import io.prismq.queue.benchmarks.side.Api;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures how cost grows, and draws it. */
public final class Curves {
    private static final List<Integer> CONNECTIONS = List.of(1, 4, 16, 64, 256, 1000);
    private static final List<Integer> PAYLOADS = List.of(100, 1_000, 10_000, 100_000, 1_000_000);
    private static final List<Question> QUESTIONS =
            List.of(Question.ENQUEUE, Question.CLAIM, Question.GET, Question.STATS, Question.LIST);
    private static final byte[] ENQUEUE = Api.single(Api.task("bench.enqueue"));
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.99;
    private static final int WARM_UP = 5;
    private static final int SOME = 16;

    private final Bench bench;

    public Curves(Bench bench) {
        this.bench = bench;
    }

    /** Writes the files of each curve into a directory. */
    public void write(Path directory) throws IOException, SQLException {
        Files.createDirectories(directory);
        backlog().write(directory);
        payload().write(directory);
        for (Graph graph : connections()) {
            graph.write(directory);
        }
    }

    private Graph backlog() throws IOException, SQLException {
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        Effort effort = bench.effort();
        for (int stored : IntStream.of(effort.few(), 10 * effort.few(), effort.many(), effort.most())
                .distinct()
                .toArray()) {
            try (JavaProcess server = bench.serve(bench.stored(Mix.VARIED, stored))) {
                for (Question question : QUESTIONS) {
                    question.ask(server, stored, WARM_UP * bench.effort().requests());
                    Latencies times =
                            question.ask(server, stored, bench.effort().requests());
                    add(lines, question.words(), stored, times.millis(MEDIAN));
                }
            }
        }
        return new Graph("backlog", "One connection, by what is stored", "tasks stored", "p50 ms", lines);
    }

    private Graph payload() throws IOException {
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        try (JavaProcess server = bench.serveNew("payload")) {
            warm(server);
            for (int bytes : PAYLOADS) {
                byte[] request = Api.single(task(bytes));
                load(server, SOME, request);
                Tally tally = load(server, SOME, request);
                add(lines, "p50", bytes, tally.latencies().millis(MEDIAN));
                add(lines, "p99", bytes, tally.latencies().millis(HIGH));
            }
        }
        return new Graph("payload", "Enqueue on 16 connections, by payload", "payload bytes", "ms", lines);
    }

    private List<Graph> connections() throws IOException {
        Map<String, List<Point>> rates = new LinkedHashMap<>();
        Map<String, List<Point>> times = new LinkedHashMap<>();
        for (String durability : List.of("full", "normal")) {
            Path configuration = Files.writeString(
                    bench.directory().resolve(durability + ".yaml"), "queue: {durability: %s}".formatted(durability));
            try (JavaProcess server = bench.serveNew(durability, "--config", configuration.toString())) {
                warm(server);
                for (int connections : CONNECTIONS) {
                    Tally tally = load(server, connections, ENQUEUE);
                    add(rates, durability, connections, tally.perSecond());
                    add(
                            times,
                            durability + ", p50",
                            connections,
                            tally.latencies().millis(MEDIAN));
                    add(
                            times,
                            durability + ", p99",
                            connections,
                            tally.latencies().millis(HIGH));
                }
            }
        }
        return List.of(
                new Graph("connections", "Enqueues, by durability", "connections", "enqueues a second", rates),
                new Graph("latency", "Enqueues, by durability", "connections", "ms", times));
    }

    private Tally load(JavaProcess server, int connections, byte[] request) {
        return HttpLoad.run(
                        server.address(),
                        Repetition.on(connections, bench.effort().window(), request))
                .requireFlawless();
    }

    private void warm(JavaProcess server) {
        HttpLoad.run(server.address(), Repetition.on(SOME, bench.effort().warmUp(), ENQUEUE))
                .requireFlawless();
    }

    private static String task(int bytes) {
        return "{\"type\":\"bench.payload\",\"payload\":{\"text\":\"%s\"}}".formatted("x".repeat(bytes));
    }

    private static void add(Map<String, List<Point>> lines, String curve, double x, double y) {
        lines.computeIfAbsent(curve, name -> new ArrayList<>()).add(new Point(x, y));
    }
}
