package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** Where the server listens. */
public record ServerSection(
        @NotBlank String host,
        @Min(0) @Max(65_535) int port,
        @NotNull List<@NotNull @Pattern(regexp = NAME, message = AS_CALLED) String> allowedHosts,
        @NotNull List<@NotNull @Pattern(regexp = ORIGIN, message = AS_SENT) String> corsOrigins) {
    private static final String NAME = "[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]";
    private static final String AS_CALLED = "must be a name, without scheme and port";
    private static final String ORIGIN = "https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?";
    private static final String AS_SENT = "must be as browsers send it: https://name or https://name:port";
}
