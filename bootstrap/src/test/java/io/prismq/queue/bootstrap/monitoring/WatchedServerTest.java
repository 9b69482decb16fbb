package io.prismq.queue.bootstrap.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.log.LineLayout;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the log and a collector of traces get of a server that runs a task with a secret in it, and one that fails. */
@SuppressWarnings("NullAway.Init")
class WatchedServerTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String SECRET = "correct-horse-battery";

    private static final ListAppender<ILoggingEvent> LOG = new KeepingAppender();
    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
    private static final List<String> HANDED = new CopyOnWriteArrayList<>();

    private static HttpServer collector;

    /** An event knows the fields of its thread only as long as it is on it. */
    private static final class KeepingAppender extends ListAppender<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    }

    /** Answers with its payload, or fails. */
    private static final class Keeper implements TaskHandler {
        @Override
        public TaskType type() {
            return new TaskType("keep");
        }

        @Override
        public Result handle(Payload payload, TaskContext context) {
            context.trace().ifPresent(trace -> HANDED.add(trace.parent()));
            LoggerFactory.getLogger(Keeper.class).info("at work");
            if (payload.json().contains("fail")) {
                throw new IllegalStateException("no luck");
            }
            return new Result(payload.json());
        }
    }

    @BeforeAll
    static void work(@TempDir Path directory) throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger("io.prismq");
        LOG.start();
        logger.addAppender(LOG);
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (PrismqServer server = Launcher.serve(configuration(directory), List.of(new Keeper()))) {
            ApiClient client = new ApiClient(server.address().toString());
            finish(client, "{\"type\": \"keep\", \"payload\": {\"password\": \"" + SECRET + "\"}}");
            finish(client, "{\"type\": \"keep\", \"max_attempts\": 1, \"payload\": {\"fail\": \"" + SECRET + "\"}}");
        } finally {
            logger.detachAppender(LOG);
            logger.setLevel(null);
            logger.setAdditive(true);
        }
    }

    @AfterAll
    static void stop() {
        collector.stop(0);
    }

    @Test
    void noLineHoldsAPayloadOrAResult() {
        assertThat(lines("plain")).hasSizeGreaterThan(10).noneMatch(line -> line.contains(SECRET));
        assertThat(lines("json")).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aDeadTaskIsOneLineWithItsFields() {
        assertThat(lines("plain"))
                .filteredOn(line -> line.contains("ERROR"))
                .singleElement()
                .asString()
                .matches("(?s).*: attempt failed, and the task is dead task_id=2 type=keep worker=\\S+ attempt=1"
                        + " error=\"java.lang.IllegalStateException: no luck\"\\R");
    }

    @Test
    void whatAHandlerLogsHasTheFieldsOfItsTask() {
        assertThat(lines("json"))
                .filteredOn(line -> line.contains("\"at work\""))
                .hasSize(2)
                .allMatch(line -> Stream.of("task_id", "type", "worker", "attempt")
                        .allMatch(field -> line.contains("\"" + field + "\":")));
    }

    @Test
    void theTraceOfTheEnqueueIsHandedToTheHandler() {
        assertThat(HANDED).containsOnly(TRACEPARENT).hasSize(2);
    }

    @Test
    void aCollectorGetsRequestsCommitsAndRuns() {
        String spans = String.join("", RECEIVED);

        assertThat(spans).contains("POST /api/queue/enqueue", "commit", "run keep");
        assertThat(spans).contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1));
    }

    private static void finish(ApiClient client, String body) {
        long task = client.enqueue(body, "traceparent", TRACEPARENT);
        client.get("/api/queue/tasks/" + task + "?wait_seconds=30");
    }

    private static Configuration configuration(Path directory) {
        return ConfigurationLoader.load(new ConfigurationSources(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "server.port",
                        "0",
                        "queue.db_path",
                        directory.resolve("q.db").toString(),
                        "tracing.endpoint",
                        "http://127.0.0.1:" + collector.getAddress().getPort())));
    }

    private static List<String> lines(String format) {
        LineLayout layout = new LineLayout();
        layout.setFormat(format);
        return LOG.list.stream().map(layout::doLayout).collect(Collectors.toList());
    }
}
