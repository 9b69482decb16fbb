package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.bootstrap.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempDirectoriesTest {
    @TempDir
    private Path home = Path.of("");

    private Path database = Path.of("");
    private Path backups = Path.of("");

    @BeforeEach
    void make() throws IOException {
        Files.createDirectories(home.resolve("data"));
        database = Files.createFile(home.resolve("data/queue.db"));
        backups = home.resolve("kept/backups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "tmp", "../tmp", "/", "/..", "/tmp/.."})
    void areNoneThatMeanSomethingElseElsewhereOrAWholeDisk(String directory) {
        assertThatThrownBy(() -> of(directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("maintenance.temp_directories cannot have '" + directory + "': ");
    }

    @Test
    void areNoneThatNoFileSystemKnows() {
        assertThatThrownBy(() -> of("/tmp/\0"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("it is no path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "", "data/../data", "data/missing/..", "link"})
    void neverHoldTheDatabase(String directory) throws IOException {
        Files.createSymbolicLink(home.resolve("link"), home.resolve("data"));

        assertThatThrownBy(() -> of(home.resolve(directory).toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the database lies in it");
    }

    @Test
    void neverHoldADatabaseThatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("queue.db"), database);

        assertThatThrownBy(() -> TempDirectories.of(List.of(home.resolve("data").toString()), link, backups))
                .isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "kept/backups", "kept/backups/inside"})
    void areNeitherAboveNorAmongBackupsThoughThereAreNoneYet(String directory) {
        assertThatThrownBy(() -> of(home.resolve(directory).toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("backups lie in it");
    }

    @Test
    void mayLieBesideTheDatabase() {
        Path beside = home.resolve("data/tmp");

        assertThat(of(beside.toString()).swept()).containsExactly(beside);
    }

    private TempDirectories of(String directory) {
        return TempDirectories.of(List.of(directory), database, backups);
    }
}
