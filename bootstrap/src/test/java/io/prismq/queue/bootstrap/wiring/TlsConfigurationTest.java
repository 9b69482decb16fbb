package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.http.tls.TlsFiles;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.TlsSection;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void takesPaths() {
        assertThatThrownBy(() -> TlsConfiguration.of(new TlsSection("a\0b", "a.key", null)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tls.certificate is no path");
    }
}
