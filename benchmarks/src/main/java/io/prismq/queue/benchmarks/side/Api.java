package io.prismq.queue.benchmarks.side;

import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.LoadException;
import io.prismq.queue.benchmarks.load.Requests;
import io.prismq.queue.benchmarks.load.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked of a server beside what is measured. */
public final class Api {
    /** As many tasks as a batch may hold. */
    public static final int BATCH = 1000;

    private static final long BETWEEN_LOOKS = 5_000_000;
    private static final String IDLE = "\"queued_tasks\":0,\"processing_tasks\":0,";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JavaProcess server;

    public Api(JavaProcess server) {
        this.server = server;
    }

    /** A task of a type with a small payload, as the body of an enqueue. */
    public static String task(String type) {
        return "{\"type\":\"" + type
                + "\",\"payload\":{\"to\":\"ada@example.org\",\"subject\":\"Notes on the engine\"}}";
    }

    /** The request for one task. */
    public static byte[] single(String task) {
        return Requests.post("/api/queue/enqueue", task);
    }

    /** The request for a batch of the same task. */
    public static byte[] batch(String task, int times) {
        String tasks = IntStream.range(0, times).mapToObj(n -> task).collect(Collectors.joining(","));
        return Requests.post("/api/queue/enqueue/batch", "{\"tasks\":[" + tasks + "]}");
    }

    /** Enqueues many of the same task, some batches at a time. */
    public void enqueue(String task, int tasks) {
        Iterator<byte[]> batches = Stream.concat(
                        Stream.generate(() -> batch(task, BATCH)).limit(tasks / BATCH),
                        Stream.of(tasks % BATCH).filter(rest -> rest > 0).map(rest -> batch(task, rest)))
                .iterator();
        HttpLoad.run(server.address(), List.of(new Script(batches), new Script(batches)))
                .requireFlawless();
    }

    /** Enqueues tasks of a type that waits meanwhile, lets it go on, and tells how fast the handlers emptied the queue. */
    public double drainedPerSecond(String type, int tasks) {
        post("/api/queue/types/" + type + "/pause");
        enqueue(task(type), tasks);
        long begun = System.nanoTime();
        post("/api/queue/types/" + type + "/resume");
        awaitIdle();
        return tasks * 1e9 / (System.nanoTime() - begun);
    }

    /** Waits until no task is queued or processing. */
    public void awaitIdle() {
        while (!get("/api/queue/stats").contains(IDLE)) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    public String get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    public String post(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Without a body. */
    public String post(String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    public InetSocketAddress address() {
        return server.address();
    }

    private URI uri(String path) {
        return server.uri().resolve(path);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new LoadException("%s was answered %d: %s"
                        .formatted(request.uri().getPath(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new SideException("interrupted");
        }
    }
}
