package io.prismq.queue.application;

import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for a task to claim. Who can be woken stands under its skills, so that news is compared with each kind
 * of waiter once, however many wait. Safe for use by many threads.
 */
final class ClaimWaiters {
    private final Map<Skills, Set<Ticket>> armed = new HashMap<>();
    private long turns;
    private boolean closed;

    Ticket enter(Skills skills) {
        return new Ticket(skills);
    }

    synchronized boolean isEmpty() {
        return armed.isEmpty();
    }

    /** The skills of those who can be woken, each once. */
    synchronized Set<Skills> skills() {
        return Set.copyOf(armed.keySet());
    }

    /** Wakes the one who has waited longest of those to whom it is news. */
    synchronized void wake(ClaimNews news) {
        armed.entrySet().stream()
                .filter(kind -> news.whom().test(kind.getKey()))
                .map(kind -> kind.getValue().iterator().next())
                .min(Comparator.comparingLong(ticket -> ticket.turn))
                .ifPresent(ticket -> ticket.wake(news));
    }

    /** Ends every wait at once, also those that begin later. */
    synchronized void close() {
        closed = true;
        armed.values().stream().flatMap(Set::stream).toList().forEach(Ticket::end);
    }

    /** One who waits. Woken at most once each time that it is armed. */
    final class Ticket {
        private final Skills skills;
        private CompletableFuture<Boolean> signal = new CompletableFuture<>();
        /** What woke it after its latest look began, and before. */
        private @Nullable ClaimNews news;

        private @Nullable ClaimNews sought;
        private long turn;
        private boolean ended;

        private Ticket(Skills skills) {
            this.skills = skills;
        }

        /** To be called before each look: from now on it can be woken. Completes with whether to look again. */
        CompletableFuture<Boolean> arm() {
            synchronized (ClaimWaiters.this) {
                sought = news;
                news = null;
                signal = new CompletableFuture<>();
                if (ended || closed) {
                    signal.complete(false);
                } else {
                    turns++;
                    turn = turns;
                    armed.computeIfAbsent(skills, kind -> new LinkedHashSet<>()).add(this);
                }
                return signal;
            }
        }

        /** The wait is over: it is not woken any more. */
        void end() {
            synchronized (ClaimWaiters.this) {
                ended = true;
                disarm();
                signal.complete(false);
            }
        }

        /**
         * Leaves. What it was woken for and did not get may be there yet: another takes its place.
         *
         * @param got what its latest look brought; empty where that look failed
         */
        void leave(Optional<List<StoredTask>> got) {
            synchronized (ClaimWaiters.this) {
                end();
                List<StoredTask> tasks = got.orElse(List.of());
                boolean foundNothing = got.isPresent() && tasks.isEmpty();
                if (sought != null && !foundNothing && !sought.hasAnEqualAmong(tasks)) {
                    ClaimWaiters.this.wake(sought);
                }
                if (news != null && !news.isAmong(tasks)) {
                    ClaimWaiters.this.wake(news);
                }
            }
        }

        private void wake(ClaimNews why) {
            news = why;
            disarm();
            signal.complete(true);
        }

        private void disarm() {
            armed.computeIfPresent(skills, (kind, tickets) -> {
                tickets.remove(this);
                return tickets.isEmpty() ? null : tickets;
            });
        }
    }
}
