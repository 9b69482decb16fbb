package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.domain.task.ClaimId;
import io.prismq.queue.domain.task.ClaimStrategy;
import io.prismq.queue.domain.task.Skills;
import java.util.Optional;
import java.util.UUID;

/** The claims of one worker, each with an id of its own: also when the process was started again under the same name. */
final class ClaimCommands {
    private final WorkerSettings settings;
    private final String prefix = UUID.randomUUID() + "-";
    private long made;

    ClaimCommands(WorkerSettings settings) {
        this.settings = settings;
    }

    ClaimCommand of(Room.Portion portion) {
        return new ClaimCommand(
                settings.worker(),
                new Skills(portion.types(), settings.capabilities()),
                ClaimStrategy.PRIORITY,
                portion.limit(),
                Long.MAX_VALUE,
                settings.leaseLength(),
                Optional.of(new ClaimId(prefix + ++made)));
    }
}
