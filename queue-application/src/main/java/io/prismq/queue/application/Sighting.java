package io.prismq.queue.application;

import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.Worker;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of a worker.
 *
 * @param skills what it claimed with last; empty where it has only been heard about tasks that it held already
 * @param stored whether the register knows all of this but the time
 */
record Sighting(Optional<Skills> skills, int stuckHandlers, Instant at, boolean stored) {
    static Sighting first(Instant at) {
        return new Sighting(Optional.empty(), 0, at, false);
    }

    Sighting withSkills(Skills now) {
        return new Sighting(
                Optional.of(now),
                stuckHandlers,
                at,
                stored && skills.filter(now::equals).isPresent());
    }

    Sighting withStuckHandlers(int now) {
        return new Sighting(skills, now, at, stored && stuckHandlers == now);
    }

    Sighting again(Instant now) {
        return new Sighting(skills, stuckHandlers, now, stored);
    }

    Sighting asStored() {
        return new Sighting(skills, stuckHandlers, at, true);
    }

    /** The worker by what the register says of it, if anything, and what is known here. */
    Worker of(WorkerId id, @Nullable Worker registered) {
        return new Worker(
                id,
                skills.map(Skills::types).orElseGet(() -> registered == null ? Set.of() : registered.types()),
                skills.map(known -> known.capabilities().json())
                        .orElseGet(() -> registered == null ? "{}" : registered.capabilities()),
                registered == null ? at : registered.firstSeen(),
                registered != null && registered.lastSeen().isAfter(at) ? registered.lastSeen() : at,
                stuckHandlers);
    }
}
