package io.prismq.queue.bootstrap.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the file of a key is never told, whatever it is. */
class KeyFileTest {
    private static final int UNREACHABLE = 3;

    private final Path directory;

    KeyFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a comment\nsecret", "secret secret", "secr\u0000et", "s\u00e9cret", "\ufeffsecret"})
    void holdsOneLineOfVisibleCharacters(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("key"), content);

        RunningCommandLine stats = run(file);

        assertThat(stats.ended()).isEqualTo(2);
        assertThat(stats.err())
                .startsWith(
                        "prismq: --key-file %s holds no key: one line, as prismq keys create prints it".formatted(file))
                .doesNotContain("secr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void isNotEmpty(String content) throws IOException {
        assertThat(run(Files.writeString(directory.resolve("key"), content)).err())
                .contains("key is empty");
    }

    @Test
    void isNoFolderAndNothingLarge() throws IOException {
        assertThat(run(directory).err()).contains("is a folder");
        assertThat(run(Files.writeString(directory.resolve("key"), "k".repeat(20_000)))
                        .err())
                .contains("is too large for a key")
                .doesNotContain("kkk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prismq_0123456789ab_secret\n", "eyJh.eyJz-_.c2ln+/==", "\r\nkey\r\n"})
    void mayHoldATokenToo(String content) throws IOException {
        assertThat(run(Files.writeString(directory.resolve("key"), content)).ended())
                .isEqualTo(UNREACHABLE);
    }

    private static RunningCommandLine run(Path file) {
        RunningCommandLine stats = RunningCommandLine.start(
                List.of("stats", "--server", "http://127.0.0.1:1", "--key-file", file.toString()));
        stats.ended();
        return stats;
    }
}
