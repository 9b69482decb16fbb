package io.prismq.queue.bootstrap.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How this process runs tasks itself.
 *
 * @param prefetch null means as many as short tasks need
 * @param leaseSeconds null means as the policy of a task's type says
 * @param pluginsDir the folder of jars with further handlers; null for none
 */
public record WorkerSection(
        boolean enabled,
        @Nullable @Size(min = 1, max = 255) String id,
        @Min(1) @Max(1000) int slots,
        @Nullable @Min(0) @Max(10_000) Integer prefetch,
        @NotNull ThreadsChoice threads,
        @NotNull Map<String, JsonNode> capabilities,
        @Nullable @Min(1) @Max(86_400) Integer leaseSeconds,
        @Nullable @Size(min = 1) String pluginsDir) {
    /** What handlers run on. */
    public enum ThreadsChoice {
        PLATFORM,
        VIRTUAL
    }
}
