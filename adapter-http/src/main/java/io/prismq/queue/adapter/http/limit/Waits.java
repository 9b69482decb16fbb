package io.prismq.queue.adapter.http.limit;

import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** In how many places each caller waits: for tasks, for their ends, for events. Safe for use by many threads. */
public final class Waits {
    private final int most;
    private final Map<String, Integer> places = new HashMap<>();

    public Waits(int most) {
        this.most = most;
    }

    /** Where somebody waits; free again once left, however often. */
    @FunctionalInterface
    public interface Place {
        void leave();
    }

    /** Empty where the caller waits in as many places as he may. */
    public synchronized Optional<Place> enter(String caller) {
        if (places.getOrDefault(caller, 0) >= most) {
            return Optional.empty();
        }
        places.merge(caller, 1, Integer::sum);
        AtomicBoolean left = new AtomicBoolean();
        return Optional.of(() -> {
            if (left.compareAndSet(false, true)) {
                leave(caller);
            }
        });
    }

    synchronized void requireOne(String caller) {
        if (places.getOrDefault(caller, 0) >= most) {
            throw tooMany();
        }
    }

    ProblemException tooMany() {
        return new ProblemException(ProblemType.TOO_MANY_WAITS.because(
                "Only %d of a caller's requests may wait at a time".formatted(most)));
    }

    private synchronized void leave(String caller) {
        places.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
    }
}
