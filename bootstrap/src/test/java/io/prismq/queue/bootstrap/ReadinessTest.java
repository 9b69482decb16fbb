package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ApiClient.Answer;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What probes are told by a whole server. */
class ReadinessTest {
    private final Path database;

    ReadinessTest(@TempDir Path directory) {
        database = directory.resolve("queue.db");
    }

    @Test
    void isGivenOnceEverythingIsStarted() {
        assertThat(readiness("0").body()).hasToString("{\"status\":\"ready\",\"reasons\":[]}");
    }

    @Test
    void isDeniedWhereTheDiskHasLessRoomThanConfigured() {
        String more = Long.toString(Long.MAX_VALUE - 1);

        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("io.prismq.queue.bootstrap.health");
        written.start();
        logger.addAppender(written);

        Answer answer = readiness(more);

        logger.detachAppender(written);
        assertThat(written.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .startsWith("not ready: The disk has ");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().get("status").asString()).isEqualTo("not_ready");
        assertThat(answer.body().get("reasons").get(0).asString())
                .startsWith("The disk has ")
                .contains(more);
    }

    private Answer readiness(String minFreeBytes) {
        Map<String, String> options =
                Map.of("server.port", "0", "health.min_free_bytes", minFreeBytes, "queue.db_path", database.toString());
        try (PrismqServer server = Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), options)), List.of())) {
            return new ApiClient(server.address().toString()).get("/health/ready");
        }
    }
}
