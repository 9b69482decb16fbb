package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bash completes with what the program gives it. */
class CompletionTest {
    @TempDir
    private static Path directory;

    @BeforeAll
    static void writeTheScript() throws IOException {
        RunningCommandLine command = RunningCommandLine.start(List.of("completion"));
        assertThat(command.ended()).isZero();
        Files.writeString(directory.resolve("completion"), command.out());
    }

    @Test
    void completesCommands() throws Exception {
        assertThat(completed("prismq", "wo")).containsExactlyInAnyOrder("work", "worker", "workers");
    }

    @Test
    void completesOptionsOfTheCommand() throws Exception {
        assertThat(completed("prismq", "list", "--st")).containsExactly("--status");
        assertThat(completed("prismq", "enqueue", "--payload")).containsExactly("--payload", "--payload-file");
    }

    @Test
    void completesStatuses() throws Exception {
        assertThat(completed("prismq", "list", "--status", "c")).containsExactly("completed", "cancelled");
    }

    @Test
    void completesWhatStandsBehindAnEqualsSign() throws Exception {
        assertThat(completed("prismq", "list", "--status", "=", "f")).containsExactly("failed");
        assertThat(completed("prismq", "list", "--status", "=")).hasSize(6).contains("failed");
    }

    @Test
    void completesStrategies() throws Exception {
        assertThat(completed("prismq", "worker", "--strategy", "f")).containsExactly("fifo");
    }

    @Test
    void completesFiles() throws Exception {
        assertThat(completed("prismq", "enqueue", "--payload-file", directory + "/compl"))
                .containsExactly(directory + "/completion");
        assertThat(completed("prismq", "serve", "--plugins", directory + "/compl"))
                .containsExactly(directory + "/completion");
    }

    @Test
    void saysOnlyHowItIsInstalledHere() throws IOException {
        assertThat(Files.readString(directory.resolve("completion")))
                .contains("mkdir -p ~/.local/share/bash-completion/completions")
                .doesNotContain("YOUR_APP_HOME", "prismq.sh");
    }

    /** What bash would offer for the last word. */
    private static List<String> completed(String... words) throws IOException, InterruptedException {
        String script = """
                source '%s'
                COMP_WORDS=(%s); COMP_CWORD=%d
                "$(complete -p prismq | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(directory.resolve("completion"), String.join(" ", words), words.length - 1);
        Process bash = new ProcessBuilder("bash", "--norc", "-c", script)
                // Bash complains that it is not completing for real.
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(printed).isZero();
        return printed.lines().map(String::strip).toList();
    }
}
