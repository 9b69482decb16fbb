package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.prismq.queue.adapter.http.tls.TlsFiles;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.TlsSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class TlsConfigurationTest {
    @Test
    void isNoneWithoutFiles() {
        assertThat(TlsConfiguration.of(new TlsSection(null, null, null))).isEmpty();
    }

    @Test
    void namesTheFiles() {
        assertThat(TlsConfiguration.of(new TlsSection("a.crt", "a.key", "ca.crt")))
                .contains(new TlsFiles(Path.of("a.crt"), Path.of("a.key"), Optional.of(Path.of("ca.crt"))));
    }

    @ParameterizedTest
    @CsvSource({"a.crt,,", ",a.key,", ",,ca.crt", "a.crt,,ca.crt"})
    void takesCertificateAndKeyTogether(String certificate, String key, String authorities) {
        assertThatThrownBy(() -> TlsConfiguration.of(new TlsSection(certificate, key, authorities)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("both tls.certificate and tls.key");
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--,1", "rw-r-----,0", "rw-------,0"})
    @DisabledOnOs(OS.WINDOWS)
    void warnsOfAKeyThatEverybodyReads(String permissions, int warnings, @TempDir Path directory) throws IOException {
        Path key = Files.createFile(directory.resolve("tls.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(TlsConfiguration.class);
        written.start();
        logger.addAppender(written);

        TlsConfiguration.of(new TlsSection("a.crt", key.toString(), null));

        logger.detachAppender(written);
        assertThat(written.list)
                .hasSize(warnings)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).endsWith("chmod o-rwx " + key));
    }

    @Test
    void takesPaths() {
        assertThatThrownBy(() -> TlsConfiguration.of(new TlsSection("a\0b", "a.key", null)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tls.certificate is no path");
    }
}
