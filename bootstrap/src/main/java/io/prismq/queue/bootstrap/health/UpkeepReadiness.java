package io.prismq.queue.bootstrap.health;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Why time moves no task: the upkeep has not gone round for too long, whatever keeps it. */
public final class UpkeepReadiness implements Supplier<List<String>> {
    /** It goes round twice a second; a store may keep it for a while. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Duration> sinceRound;

    public UpkeepReadiness(Supplier<Duration> sinceRound) {
        this.sinceRound = sinceRound;
    }

    @Override
    public List<String> get() {
        Duration since = sinceRound.get();
        return since.compareTo(PATIENCE) < 0
                ? List.of()
                : List.of("The upkeep has stood still for %d seconds: no task is moved whose time has come."
                        .formatted(since.toSeconds()));
    }
}
