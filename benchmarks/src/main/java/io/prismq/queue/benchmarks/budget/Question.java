package io.prismq.queue.benchmarks.budget;

import io.prismq.queue.benchmarks.load.HttpLoad;
import io.prismq.queue.benchmarks.load.Latencies;
import io.prismq.queue.benchmarks.load.Requests;
import io.prismq.queue.benchmarks.load.Script;
import io.prismq.queue.benchmarks.side.Api;
import io.prismq.queue.benchmarks.side.JavaProcess;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Something that a client asks again and again, on one connection. */
public enum Question {
    ENQUEUE("enqueue"),
    GET("get"),
    LIST("first page of a list"),
    STATS("stats"),
    CLAIM("claim"),
    MAINTENANCE("maintenance POST");

    private static final String CLAIMED = "bench.claim";

    private final String words;

    Question(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * How long the answers take. For claims, tasks are enqueued before.
     *
     * @param stored how many tasks there are to ask for
     */
    public Latencies ask(JavaProcess server, int stored, int times) {
        if (this == CLAIM) {
            new Api(server).enqueue(Api.task(CLAIMED), times);
        }
        List<byte[]> asked = requests(stored).limit(times).toList();
        return HttpLoad.run(server.address(), List.of(Script.of(asked)))
                .requireFlawless()
                .latencies();
    }

    private Stream<byte[]> requests(int stored) {
        return switch (this) {
            case ENQUEUE -> again(EnqueueBudget.REQUEST);
            case GET -> new Random(1).ints(1, stored + 1).mapToObj(id -> Requests.get("/api/queue/tasks/" + id));
            case LIST -> again(Requests.get("/api/queue/tasks?limit=100"));
            case STATS -> again(Requests.get("/api/queue/stats"));
            case CLAIM ->
                again(Requests.post(
                        "/api/queue/claims", "{\"worker_id\":\"worker-1\",\"types\":[\"%s\"]}".formatted(CLAIMED)));
            case MAINTENANCE -> again(Requests.post("/api/system/maintenance/log-statistics", ""));
        };
    }

    private static Stream<byte[]> again(byte[] request) {
        return Stream.generate(() -> request);
    }
}
