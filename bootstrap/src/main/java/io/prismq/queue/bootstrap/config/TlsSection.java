package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The files, in PEM, that the server proves itself with; without a certificate, connections are not encrypted.
 *
 * @param clientAuthorities whose certificates clients have to show; null where they need show none
 */
public record TlsSection(
        @Nullable @Size(min = 1) String certificate,
        @Nullable @Size(min = 1) String key,
        @Nullable @Size(min = 1) String clientAuthorities) {}
