package io.prismq.queue.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the database and cannot be written to when it is opened: a copy in the name of another user. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the permissions of POSIX")
class ReadOnlyLogTest {
    private final Path path;
    private final List<Process> started = new ArrayList<>();

    ReadOnlyLogTest(@TempDir Path directory) {
        path = directory.resolve("queue.db");
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-shm"})
    void isWrittenToAgainOnceItCanBe(String side) throws IOException, InterruptedException {
        Path beside = path.resolveSibling("queue.db" + side);
        leaveLogBehind();
        allow(beside, "r--r--r--");
        Process store = start();
        await().until(() -> say(store).equals("StoreReadOnlyException"));

        allow(beside, "rw-r--r--");

        await().atMost(60, TimeUnit.SECONDS).until(() -> say(store).equals("stored"));
    }

    private void leaveLogBehind() throws IOException, InterruptedException {
        Process killed = start();
        assertThat(say(killed)).isEqualTo("stored");
        killed.destroyForcibly().waitFor();
    }

    private static void allow(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String say(Process process) {
        PrintWriter to = new PrintWriter(process.outputWriter(), true);
        to.println();
        return process.inputReader()
                .lines()
                .filter(line -> line.startsWith(WritesOnDemand.ANSWER))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the process has ended"))
                .substring(WritesOnDemand.ANSWER.length());
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(mortal());
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                WritesOnDemand.class.getName(),
                path.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    /** Permissions do not bind root, unless it gives up that privilege. */
    private static List<String> mortal() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        assumeThat(Path.of("/usr/bin/setpriv"))
                .as("what takes a privilege away from root")
                .isExecutable();
        return List.of("/usr/bin/setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override");
    }
}
