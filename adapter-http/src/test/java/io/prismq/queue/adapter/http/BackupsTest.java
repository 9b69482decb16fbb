package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BackupsTest extends ServerTest {
    private static final String PATH = "/api/system/backups";
    private static final String NAME = "queue-20260101T000000Z.db";
    private static final String RUNNING = "{\"name\":\"" + NAME
            + "\",\"status\":\"running\",\"started_at_utc\":\"2026-01-01T00:00:00.000Z\",\"finished_at_utc\":null,"
            + "\"bytes\":null,\"sha256\":null,\"tasks\":null,\"error_message\":null}";

    @Test
    void areAnsweredBeforeTheyAreMade() {
        server.clock.advance(Duration.ofMillis(649));
        Answer answer = caller.post(PATH).has(202);

        assertThat(answer.text()).isEqualTo(RUNNING);
        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + NAME);
        assertThat(caller.get(PATH).has(200).text()).isEqualTo("[" + RUNNING + "]");
        assertThat(caller.get(PATH + "/" + NAME).has(200).text()).isEqualTo(RUNNING);
    }

    @Test
    void areMadeOneAtATime() {
        caller.post(PATH).has(202);

        caller.post(PATH).isProblem(409, "backup-running");
    }

    @Test
    void areToldWithTheirSizeAndChecksumOnceTheyAreDone() {
        make();

        assertThat(caller.get(PATH + "/" + NAME).has(200).text())
                .isEqualTo("{\"name\":\"" + NAME
                        + "\",\"status\":\"done\",\"started_at_utc\":\"2026-01-01T00:00:00.000Z\","
                        + "\"finished_at_utc\":\"2026-01-01T00:00:02.000Z\",\"bytes\":4096,\"sha256\":\""
                        + "0123456789abcdef".repeat(4)
                        + "\",\"tasks\":3,\"error_message\":null}");
    }

    @Test
    void areListedNewestFirstAndPrunedToThoseThatAreKept() {
        make();
        make();
        make();

        assertThat(caller.get(PATH).has(200).json().findValues("name"))
                .extracting(JsonNode::asString)
                .containsExactly("queue-20260101T000002Z.db", "queue-20260101T000001Z.db");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new StoreFullException("no room at /var/lib"), "There is no room for the backup"),
                Arguments.of(
                        new StoreReadOnlyException("/var/lib"),
                        "The directory of the backups cannot be written to, or the database is not in its place"),
                Arguments.of(
                        new StoreBusyException("/var/lib"), "Another process makes a backup, or holds the database"),
                Arguments.of(
                        new StoreCorruptException("/var/lib"),
                        "The copy is not sound, and the database may be damaged: check it"),
                Arguments.of(new TaskStoreException("/var/lib"), "The reason is in the server's log"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void sayWhyTheyFailedWithoutAPath(RuntimeException failure, String message) {
        server.vault.failWith(failure);
        make();

        Answer answer = caller.get(PATH + "/" + NAME).has(200);
        assertThat(answer.word("status")).isEqualTo("failed");
        assertThat(answer.word("error_message")).isEqualTo(message);
    }

    @Test
    void areNotFoundByAnythingButTheirName() {
        make();

        caller.get(PATH + "/queue-20260101T000009Z.db").isProblem(404, "not-found");
        caller.get(PATH + "/queue.db").isProblem(404, "not-found");
    }

    @Test
    void areFoundByTheNameOfAnyFile() {
        server.vault.nameAfter("my queue+ä.db");
        Answer answer = caller.post(PATH).has(202);

        assertThat(answer.header("Location")).isEqualTo(PATH + "/my%20queue%2B%C3%A4-20260101T000000Z.db");
        assertThat(caller.get(answer.header("Location")).has(200).word("name"))
                .isEqualTo("my queue+ä-20260101T000000Z.db");
    }

    private void make() {
        caller.post(PATH).has(202);
        server.startedBackups.remove().run();
    }
}
