package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that only ask. */
class QuestionCommandsTest {
    private static final String HARMFUL = "a\\u001b[31m\\u0007\\u009b2J\\u202e\\r\\nb";

    @TempDir
    private Path directory;

    private PlayedQueue queue;

    @BeforeEach
    void start() {
        queue = PlayedQueue.start(directory);
    }

    @AfterEach
    void stop() {
        queue.close();
    }

    @Test
    void getShowsATaskWithItsAttempts() {
        long id = queue.claimed("video");
        queue.progress(id, 40, "half way");
        queue.fail(id, "no room");
        queue.claim(id, "video");

        assertThat(queue.run("get", "1").out())
                .containsPattern("Status +processing")
                .containsPattern("Attempts +2 of 5")
                .containsPattern("Held by +player-1")
                .containsPattern("1 +player-1 .* failed +no room")
                .containsPattern("2 +player-1 .* runs");
    }

    @Test
    void getHasAnExitCodeForATaskThatIsNotThere() {
        RunningCommandLine command = queue.run("get", "7");

        assertThat(command.ended()).isEqualTo(4);
        assertThat(command.err()).isEqualTo("prismq: Task 7 not found%n".formatted());
    }

    @Test
    void listAlignsAndFilters() {
        queue.reject(queue.claimed("video"), "no room");
        queue.enqueue("email.send");

        assertThat(queue.run("list").out().lines())
                .map(line -> line.replaceAll(" +\\d+s", " 0s"))
                .containsExactly(
                        "ID  STATUS  TYPE        PRIORITY  ATTEMPTS  AGE  NOTE",
                        " 2  queued  email.send       100       0/5 0s",
                        " 1  failed  video            100       1/5 0s  no room");
        assertThat(queue.run("list", "--status", "failed", "-q").out()).isEqualTo("1%n".formatted());
        assertThat(queue.run("list", "--type", "email.send", "-q").out()).isEqualTo("2%n".formatted());
    }

    @Test
    void listSaysThatThereAreMore() {
        queue.enqueue("a");
        queue.enqueue("a");
        RunningCommandLine command = queue.run("list", "--limit", "1");

        assertThat(command.out()).hasLineCount(2);
        assertThat(command.err()).contains("--all");
    }

    @Test
    void listGoesThroughAllPages() {
        String tasks = String.join(",", Collections.nCopies(1000, "{\"type\":\"a\"}"));
        queue.api().post("/api/queue/enqueue/batch", "{\"tasks\":[%s]}".formatted(tasks));
        queue.enqueue("a");

        assertThat(queue.run("list", "--all", "-q").out().lines()).hasSize(1001).endsWith("1");
        assertThat(queue.run("list", "--limit", "1001", "-q").out().lines()).hasSize(1001);
        assertThat(queue.run("list", "--all", "--json").out().lines())
                .hasSize(1001)
                .allMatch(line -> line.startsWith("{\"task_id\":"));
    }

    @Test
    void listTellsWhatTheServerRefuses() {
        RunningCommandLine command = queue.run("list", "--status", "done");

        assertThat(command.ended()).isEqualTo(1);
        assertThat(command.err()).startsWith("prismq: status ");
    }

    @Test
    void statsCountByStatus() {
        queue.enqueue("a");
        queue.claimed("b");

        assertThat(queue.run("stats").out())
                .containsPattern("queued +1 +the oldest waits for \\d+s")
                .containsPattern("processing +1\\R")
                .containsPattern("total +2\\R")
                .containsPattern("TYPE +SCHEDULED +QUEUED +PROCESSING +COMPLETED +FAILED +CANCELLED")
                .containsPattern("a +0 +1 +0 +0 +0 +0\\R")
                .containsPattern("b +0 +0 +1 +0 +0 +0\\R")
                .doesNotContain("health_check");
        assertThat(queue.run("stats", "--json").out())
                .contains("\"queued_tasks\":1")
                .hasLineCount(1);
    }

    @Test
    void workersShowWhatEachHolds() {
        queue.claimed("video");

        assertThat(queue.run("workers").out()).containsPattern("player-1 +\\d+s +0 +1 +video");
        assertThat(queue.run("workers", "--json").out()).startsWith("[{\"worker_id\":\"player-1\"");
    }

    @Test
    void logsKeepTheirLinesApart() {
        long id = queue.claimed("video");
        queue.log(id, "one\\n\\ttwo");
        queue.log(id, "three");

        assertThat(queue.run("logs", "1").out().lines())
                .map(line -> line.replaceAll("^\\S+Z ", ""))
                .containsExactly("INFO  one", " ".repeat(31) + "    two", "INFO  three");
        assertThat(queue.run("logs", "1", "--json").out().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"message\":\"one\\n\\ttwo\"");
    }

    @Test
    void nothingThatOthersWroteReachesTheTerminal() {
        long id = queue.api().enqueue("{\"type\":\"a\",\"payload\":{\"x\":\"\u009b2J\u202e\"}}");
        queue.claim(id, "a");
        queue.log(id, HARMFUL);
        queue.progress(id, 1, HARMFUL);
        queue.reject(id, HARMFUL);

        for (List<String> command : List.of(
                List.of("get", "1"),
                List.of("list"),
                List.of("logs", "1"),
                List.of("watch", "1"),
                List.of("get", "1", "--json"),
                List.of("list", "--json"),
                List.of("logs", "1", "--json"),
                List.of("watch", "1", "--json"))) {
            assertThat(queue.run(command.toArray(String[]::new)).out())
                    .as("%s", command)
                    .isNotEmpty()
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\r\\n]]");
        }
        assertThat(queue.run("get", "1", "--json").out()).contains("{\"x\":\"\\u009b2J\\u202e\"}");
    }
}
