package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    private Path directory;

    private Path jar;

    @BeforeEach
    void install() throws IOException {
        directory = directory.toRealPath();
        jar = Files.createFile(
                Files.createDirectory(directory.resolve("installed")).resolve("prismq.jar"));
    }

    @Test
    void hasThePluginsBesideItsJar() throws IOException {
        Path plugins = Files.createDirectory(jar.resolveSibling("plugins"));

        assertThat(new Installation(jar).defaults()).containsOnly(entry(plugins));
    }

    @Test
    void hasNoPluginsWithoutTheFolder() {
        assertThat(new Installation(jar).defaults()).isEmpty();
    }

    @Test
    void hasThePluginsBesideTheJarThatALinkLeadsTo() throws IOException {
        Path plugins = Files.createDirectory(jar.resolveSibling("plugins"));
        Files.createDirectory(directory.resolve("plugins"));
        Path link = Files.createSymbolicLink(directory.resolve("prismq.jar"), jar);

        assertThat(new Installation(link).defaults()).containsOnly(entry(plugins));
    }

    @Test
    void hasNoPluginsWhereItIsNotPacked() throws IOException {
        Files.createDirectory(directory.resolve("plugins"));

        assertThat(new Installation(directory.resolve("installed")).defaults()).isEmpty();
    }

    private static Map.Entry<String, String> entry(Path plugins) {
        return Map.entry("worker.plugins_dir", plugins.toString());
    }
}
