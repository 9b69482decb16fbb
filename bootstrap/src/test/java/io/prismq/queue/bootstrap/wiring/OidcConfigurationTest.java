package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.http.oidc.OidcTokens;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.OidcSection;
import io.prismq.queue.domain.port.SystemClock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcConfigurationTest {
    private static final String ISSUER = "https://login.example";

    @Test
    void isNoneWithoutAnIssuer() {
        assertThat(of(null, null, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example/keys", "http://127.0.0.1:8080/keys", "http://[::1]/keys"})
    void readsKeysWhereNobodyCanExchangeThemOnTheirWay(String keys) {
        assertThat(of(ISSUER, "queue", keys)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example/keys", "file:///etc/keys", "login.example", "https:/keys", "a b"})
    void readsThemNowhereElse(String keys) {
        assertThatThrownBy(() -> of(ISSUER, "queue", keys))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("oidc.keys_uri must be an https address");
    }

    @Test
    void needsAnAudienceAndKeys() {
        assertThatThrownBy(() -> of(ISSUER, null, "https://login.example/keys"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Where oidc.issuer is set, oidc.audience has to be set too.");
        assertThatThrownBy(() -> of(ISSUER, "queue", " ")).hasMessageContaining("oidc.keys_uri has to be set");
    }

    @Test
    void needsAnIssuerWhereAnythingElseIsSaid() {
        assertThatThrownBy(() -> of(null, "queue", null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("oidc.issuer has to be set");
        assertThatThrownBy(() -> of(null, null, "https://login.example/keys"))
                .hasMessageContaining("oidc.issuer has to be set");
    }

    private static Optional<OidcTokens> of(@Nullable String issuer, @Nullable String audience, @Nullable String keys) {
        return OidcConfiguration.of(
                new OidcSection(issuer, audience, keys, "RS256", "scope", "prismq:"), new SystemClock());
    }
}
