package io.prismq.queue.benchmarks.side;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.prismq.queue.domain.port.SystemClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The most that the framework could give: a server that reads an enqueue, answers as PrismQ would, and stores nothing. */
public final class BareServer {
    /** A request that asks for nothing. */
    public static final String NOTHING = "/nothing";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final SystemClock clock = new SystemClock();
    private final AtomicLong lastId = new AtomicLong();

    private BareServer() {}

    /** The fields of an enqueue that these benchmarks send. */
    record Request(String type, @Nullable Integer priority, JsonNode payload) {}

    /** What PrismQ answers. */
    record Answer(long taskId, String status, Instant createdAtUtc, String message) {}

    /** Listens in this process; the port. */
    public static int listen() {
        BareServer server = new BareServer();
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/api/queue/enqueue", server::enqueue);
                    config.routes.get(NOTHING, context -> context.status(204));
                })
                .start("127.0.0.1", 0)
                .port();
    }

    /** Starts it in a process of its own. */
    public static JavaProcess start(String mainClass, Path directory) throws IOException {
        return JavaProcess.start(
                List.of("-cp", System.getProperty("java.class.path"), mainClass, "bare"),
                directory.resolve("bare.log"));
    }

    private void enqueue(Context context) {
        Request request = JSON.readValue(context.bodyAsBytes(), Request.class);
        long id = request.type().isEmpty() ? 0 : lastId.incrementAndGet();
        Answer answer = new Answer(id, "queued", clock.now(), "Task enqueued successfully");
        context.status(201)
                .header("Location", "/api/queue/tasks/" + id)
                .contentType("application/json")
                .result(JSON.writeValueAsBytes(answer));
    }
}
