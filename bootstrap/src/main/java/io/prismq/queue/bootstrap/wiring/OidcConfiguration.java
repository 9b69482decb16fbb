package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.http.oidc.OidcSettings;
import io.prismq.queue.adapter.http.oidc.OidcTokens;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.OidcSection;
import io.prismq.queue.domain.port.Clock;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose tokens count as keys do, out of the configuration. */
final class OidcConfiguration {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private OidcConfiguration() {}

    /**
     * Empty where there is no issuer. Nothing is asked of it here.
     *
     * @throws ConfigurationException where a part is missing, or its keys could be exchanged on their way
     */
    static Optional<OidcTokens> of(OidcSection section, Clock clock) {
        if (section.issuer() == null) {
            if (section.audience() != null || section.keysUri() != null) {
                throw new ConfigurationException(
                        "Where oidc.audience or oidc.keys_uri is set, oidc.issuer has to be set too.");
            }
            return Optional.empty();
        }
        return Optional.of(new OidcTokens(
                new OidcSettings(
                        section.issuer(),
                        required("oidc.audience", section.audience()),
                        address(required("oidc.keys_uri", section.keysUri())),
                        section.algorithm(),
                        section.scopesClaim(),
                        section.scopePrefix()),
                clock));
    }

    private static String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ConfigurationException("Where oidc.issuer is set, %s has to be set too.".formatted(key));
        }
        return value;
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text);
            boolean local = "http".equals(uri.getScheme()) && LOCAL.contains(uri.getHost());
            if (local || ("https".equals(uri.getScheme()) && uri.getHost() != null)) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static ConfigurationException refused(String text) {
        return new ConfigurationException(
                "The configuration key oidc.keys_uri must be an https address, or an http one of this machine, not %s."
                        .formatted(text));
    }
}
