package io.prismq.queue.bootstrap.config;

import io.prismq.queue.domain.task.TaskType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Map;

/**
 * Everything that can be configured; {@code defaults.yaml} beside this class says what each key means.
 *
 * @param types policies of task types, by type
 */
public record Configuration(
        @Valid ServerSection server,
        @Valid AuthSection auth,
        @Valid OidcSection oidc,
        @Valid TlsSection tls,
        @Valid LimitsSection limits,
        @Valid QueueSection queue,
        @Valid WorkerSection worker,
        @Valid WorkersSection workers,
        @Valid ShutdownSection shutdown,
        @Valid HealthSection health,
        @Valid RetentionSection retention,
        @Valid MaintenanceSection maintenance,
        @Valid BackupsSection backups,
        @Valid TracingSection tracing,
        Map<@Pattern(regexp = TaskType.PATTERN) String, @Valid TypeSection> types) {}
