package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that last as long as a task. */
@Timeout(60)
class FollowCommandsTest {
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
    void watchTellsOfEveryAttemptAndOfTheProgress() {
        queue.enqueue("video");
        RunningCommandLine watch = queue.begin("watch", "1");
        watch.awaitPrinted("is queued");
        queue.claim(1, "video");
        queue.progress(1, 40, "half way");
        watch.awaitPrinted("40 %");
        queue.fail(1, "no room");
        queue.claim(1, "video");
        queue.complete(1, "true");

        assertThat(watch.ended()).isZero();
        assertThat(watch.out().lines())
                .containsSubsequence(
                        "task 1 (video) is queued",
                        "attempt 1 of 5 runs at player-1",
                        "40 % half way",
                        "attempt 1 of 5 failed: no room",
                        "attempt 2 of 5 runs at player-1",
                        "attempt 2 of 5 completed",
                        "task 1 (video) is completed");
    }

    @Test
    void watchTellsTheOutcomeByItsExitCode() {
        queue.complete(queue.claimed("a"), "1");
        queue.reject(queue.claimed("a"), "no");
        queue.enqueue("a");
        queue.run("cancel", "3");

        assertThat(queue.run("watch", "1").ended()).isZero();
        assertThat(queue.run("watch", "2").ended()).isEqualTo(5);
        assertThat(queue.run("watch", "3").ended()).isEqualTo(6);
        assertThat(queue.run("watch", "4").ended()).isEqualTo(4);
    }

    @Test
    void watchGoesOnWhenTheServerIsBack() {
        queue.enqueue("video");
        RunningCommandLine watch = queue.begin("watch", "1");
        watch.awaitPrinted("is queued");
        queue.restart(() -> watch.awaitPrinted("trying again until it works"));
        queue.claim(1, "video");
        queue.complete(1, "true");

        assertThat(watch.ended()).as("%s", watch).isZero();
        assertThat(watch.err()).contains("The server answers again").doesNotContain("\tat ");
    }

    @Test
    void watchPrintsEachStateAsALineOfJson() {
        queue.enqueue("video");
        RunningCommandLine watch = queue.begin("watch", "1", "--json");
        watch.awaitPrinted("queued");
        queue.claim(1, "video");
        queue.complete(1, "true");

        assertThat(watch.ended()).isZero();
        assertThat(watch.out().lines()).allMatch(line -> line.startsWith("{\"task_id\":1,"));
        assertThat(watch.out().lines().toList()).last().asString().contains("\"status\":\"completed\"");
    }

    @Test
    void watchEndsWhenItIsStopped() {
        queue.enqueue("video");
        RunningCommandLine watch = queue.begin("watch", "1");
        watch.awaitPrinted("is queued");

        assertThat(watch.stop()).isEqualTo(130);
        assertThat(watch.err()).isEmpty();
    }

    @Test
    void logsFollowTheTaskToItsEnd() {
        long id = queue.claimed("video");
        queue.log(id, "first");
        RunningCommandLine logs = queue.begin("logs", "1", "--follow");
        logs.awaitPrinted("first");
        queue.log(id, "second");
        logs.awaitPrinted("second");
        queue.log(id, "third");
        queue.complete(id, "1");

        assertThat(logs.ended()).isZero();
        assertThat(logs.out()).containsPattern("(?s)first.*second.*third").hasLineCount(3);
    }
}
