package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose tokens count as keys do; none where there is no issuer. */
public record OidcSection(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String keysUri,

        @Pattern(regexp = "[REP]S(256|384|512)", message = "must be RS256, ES256, PS256, or one of their kinds")
        String algorithm,

        @NotBlank String scopesClaim,
        @NotNull String scopePrefix) {}
