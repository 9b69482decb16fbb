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
 * @param first when it was heard of first
 * @param last when it was heard of last
 * @param stored whether the register knows all of this but the times
 */
record Sighting(Optional<Skills> skills, int stuckHandlers, Instant first, Instant last, boolean stored) {
    static Sighting at(Instant now) {
        return new Sighting(Optional.empty(), 0, now, now, false);
    }

    Sighting withSkills(Skills now) {
        return new Sighting(
                Optional.of(now),
                stuckHandlers,
                first,
                last,
                stored && skills.filter(now::equals).isPresent());
    }

    Sighting withStuckHandlers(int now) {
        return new Sighting(skills, now, first, last, stored && stuckHandlers == now);
    }

    Sighting again(Instant now) {
        return new Sighting(skills, stuckHandlers, first, now, stored);
    }

    /** A clock that was set back must not keep a worker here for the length of the jump. */
    Sighting notAfter(Instant now) {
        return last.isAfter(now) ? again(now) : this;
    }

    /** What is known now, when what was known then has been stored. */
    Sighting stored(Sighting then) {
        boolean same = skills.equals(then.skills) && stuckHandlers == then.stuckHandlers;
        return new Sighting(skills, stuckHandlers, first, last, stored || same);
    }

    /** The worker by what the register says of it, if anything, and what is known here. */
    Worker of(WorkerId id, @Nullable Worker registered) {
        return new Worker(
                id,
                skills.map(Skills::types).orElseGet(() -> registered == null ? Set.of() : registered.types()),
                skills.map(known -> known.capabilities().json())
                        .orElseGet(() -> registered == null ? "{}" : registered.capabilities()),
                registered == null ? first : registered.firstSeen(),
                registered != null && registered.lastSeen().isAfter(last) ? registered.lastSeen() : last,
                stuckHandlers);
    }
}
