package io.prismq.queue.bootstrap.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createFile(directory.resolve("tool")).toFile().setExecutable(true);
        Files.createFile(directory.resolve("text"));
        Files.createDirectory(directory.resolve("folder"));
    }

    @Test
    void areFoundOnThePath() {
        String path = "/no/such/directory:" + directory;

        assertThat(Executables.isThere("tool", path, "Linux")).isTrue();
        assertThat(Executables.isThere("text", path, "Linux")).isFalse();
        assertThat(Executables.isThere("folder", path, "Linux")).isFalse();
        assertThat(Executables.isThere("missing", path, "Linux")).isFalse();
    }

    @Test
    void areFoundWhereTheyStand() {
        assertThat(Executables.isThere(directory.resolve("tool").toString(), "", "Linux"))
                .isTrue();
        assertThat(Executables.isThere(directory.resolve("missing").toString(), "", "Linux"))
                .isFalse();
    }

    @Test
    void areNotLookedForOnWindows() {
        assertThat(Executables.isThere("missing", "", "Windows 11")).isTrue();
    }
}
