package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that change tasks. */
class ChangeCommandsTest {
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
    void cancelGoesOnBehindATaskThatItCannotCancel() {
        queue.complete(queue.claimed("a"), "1");
        queue.enqueue("b");
        RunningCommandLine command = queue.run("cancel", "1", "2");

        assertThat(command.ended()).isEqualTo(1);
        assertThat(command.err()).isEqualTo("prismq: 1: cannot cancel a completed task%n".formatted());
        assertThat(command.out()).isEqualTo("2: Task cancelled%n".formatted());
    }

    @Test
    void cancelIsDoneWhereTheTaskWasCancelledBefore() {
        queue.enqueue("a");
        queue.run("cancel", "1");

        assertThat(queue.run("cancel", "1").ended()).isZero();
    }

    @Test
    void retryQueuesAgain() {
        queue.reject(queue.claimed("a"), "no");
        RunningCommandLine command = queue.run("retry", "1", "--json");

        assertThat(command.ended()).isZero();
        assertThat(command.out()).contains("\"status\":\"queued\"").hasLineCount(1);
    }

    @Test
    void deleteRemovesWhatHasEnded() {
        queue.complete(queue.claimed("a"), "1");
        queue.enqueue("b");
        RunningCommandLine command = queue.run("delete", "2", "1");

        assertThat(command.ended()).isEqualTo(1);
        assertThat(command.err()).isEqualTo("prismq: 2: Task 2 is queued and cannot be deleted%n".formatted());
        assertThat(command.out()).isEqualTo("1: Task deleted%n".formatted());
        assertThat(queue.run("get", "1").ended()).isEqualTo(4);
    }

    @Test
    void deletePrintsNothingForPrograms() {
        queue.complete(queue.claimed("a"), "1");
        RunningCommandLine command = queue.run("delete", "1", "--json");

        assertThat(command.ended()).isZero();
        assertThat(command.out()).isEmpty();
    }

    @Test
    void theExitCodeIsThatOfTheFirstTaskThatWentWrong() {
        queue.enqueue("a");
        RunningCommandLine command = queue.run("retry", "9", "1");

        assertThat(command.ended()).isEqualTo(4);
        assertThat(command.err().lines())
                .containsExactly("prismq: 9: Task 9 not found", "prismq: 1: Task 1 is queued and cannot be retried");
    }
}
