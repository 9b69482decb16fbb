package io.prismq.queue.bootstrap.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit by which systemd runs the server. */
class ServiceUnitIT {
    private static final Pattern PATIENCE = Pattern.compile("(?m)^TimeoutStopSec=(\\d+)$");

    @TempDir
    private Path directory;

    private String unit;

    @BeforeEach
    void read() throws IOException {
        unit = Files.readString(Packages.SOURCES.resolve("prismq.service"));
    }

    @Test
    void passesTheCheckOfSystemd() throws IOException {
        String installed = unit.replace("/opt/prismq/bin/prismq", "/bin/sh");

        assertThat(Ended.output(directory, "systemd-analyze", "verify", written(installed)))
                .isEmpty();
    }

    /** Its exposure is 1.5, of at most 10; versions of systemd differ by some tenths. */
    @Test
    void isClosed() throws IOException {
        assertThat(Ended.output(
                        directory, "systemd-analyze", "security", "--offline=yes", "--threshold=20", written(unit)))
                .contains("Overall exposure level");
    }

    @Test
    void waitsLongerThanTheServerDrains() {
        ConfigurationSources none = new ConfigurationSources(Optional.empty(), Map.of(), Map.of());
        Matcher patience = PATIENCE.matcher(unit);

        assertThat(patience.find()).isTrue();
        assertThat(Integer.parseInt(patience.group(1)))
                .isGreaterThan(ConfigurationLoader.load(none).shutdown().graceSeconds());
    }

    private String written(String text) throws IOException {
        return Files.writeString(directory.resolve("prismq.service"), text).toString();
    }
}
