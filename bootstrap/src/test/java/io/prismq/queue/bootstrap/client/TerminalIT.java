package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.process.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program at a terminal: the other side of it is this test. */
@Timeout(120)
class TerminalIT {
    private static final String AT_A_TERMINAL = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)";
    private static final int COLUMNS = 60;

    @TempDir
    private Path directory;

    @Test
    void drawsABarAsWideAsTheTerminal() throws Exception {
        try (PlayedQueue queue = PlayedQueue.start(directory)) {
            long id = queue.claimed("video");
            queue.progress(id, 40, "half way");
            queue.reject(id, "no room");

            String drawn = drawn("watch", "1", "--server", queue.address());

            assertThat(drawn)
                    .contains("attempt 1 of 5 failed for good: no room")
                    .contains("\r\u001b[KTask 1 ");
            assertThat(drawn.split("\u001b\\[K"))
                    .filteredOn(frame -> frame.startsWith("Task 1 "))
                    .isNotEmpty()
                    .allSatisfy(frame -> assertThat(frame.strip()).hasSizeLessThan(COLUMNS));
        }
    }

    private static String drawn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "-c", AT_A_TERMINAL));
        command.addAll(List.of("sh", "-c", "stty cols %d; exec \"$@\"".formatted(COLUMNS), "sh"));
        ProcessBuilder program = Program.builder(List.of(arguments));
        command.addAll(program.command());
        program.command(command).redirectErrorStream(true).environment().put("TERM", "xterm");
        Process process = program.start();
        String drawn = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(drawn).isEqualTo(5);
        return drawn;
    }
}
