package io.prismq.queue.application.events;

import io.prismq.queue.application.WakeThreads;
import io.prismq.queue.domain.event.EventSpan;
import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.port.TaskStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells any number of followers what the event log gains, without a thread for any of them. While nobody follows, it
 * costs nothing. Safe for use by many threads.
 *
 * <p>A turn reads what is new, once for all, and wakes who waits. After each it rests a little, so that a storm of
 * commits is told in gulps; the first event after a silence is told at once.
 */
public final class EventFeed implements AutoCloseable {
    /** How many events are looked at at a time. */
    static final int PAGE = EventPast.PAGE;

    /** How many may follow at a time: each holds some memory and, beyond this process, mostly a connection. */
    public static final int MOST_FOLLOWERS = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    /** What a follower may take over its news, however much happens meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final TaskStore store;
    private final Duration tolerance;
    private final Executor threads = WakeThreads.executor();
    private final Executor catchingUp = WakeThreads.executor(1);
    private final EventWindow window = new EventWindow();
    private final EventPast past;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();
    private final Turns turns = new Turns(threads, this::turn);
    private final TaskStore.Subscription subscription;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Listens to the store until it is closed. */
    public EventFeed(TaskStore store) {
        this(store, TOLERANCE);
    }

    EventFeed(TaskStore store, Duration tolerance) {
        this.store = store;
        this.tolerance = tolerance;
        this.past = new EventPast(store);
        this.subscription = store.subscribe(commit -> committed());
    }

    /**
     * Begins to follow.
     *
     * @param after the id of the last event that was heard; 0 begins with the oldest that is kept, empty with the next
     * @return empty where {@value #MOST_FOLLOWERS} follow already
     * @throws TaskStoreException if the store cannot say what there is
     */
    public Optional<Follower> follow(OptionalLong after, EventFilter filter) {
        Optional<Follower> follower = enter(after, filter);
        if (follower.isPresent()) {
            turns.dueAfter(Duration.ZERO);
        }
        return follower;
    }

    /** How many follow now. */
    public int followers() {
        return followers.size();
    }

    /** Whether nobody else can follow now. */
    public boolean isFull() {
        return followers.size() >= MOST_FOLLOWERS;
    }

    /** Ends every wait at once: a process that stops is not held up by anybody who listens. */
    @Override
    public void close() {
        closed.set(true);
        subscription.close();
        wake();
    }

    boolean isClosed() {
        return closed.get();
    }

    Duration tolerance() {
        return tolerance;
    }

    /** Where followers go on. */
    Executor threads() {
        return threads;
    }

    /** Where those go on who are far behind: apart, so that they do not hold up those who are not. */
    Executor catchingUp() {
        return catchingUp;
    }

    /** The events after one, as far as the window reaches back. */
    Optional<List<QueueEvent>> recent(long after) {
        return window.after(after, PAGE);
    }

    /** What the store says of the events after one. */
    News past(long after) {
        return past.after(after);
    }

    /** Completes when there are events after this one, and at the latest when the wait ends. */
    CompletableFuture<Void> await(long after, Duration wait) {
        CompletableFuture<Void> signal = new CompletableFuture<>();
        waiting.add(signal);
        signal.whenComplete((done, error) -> waiting.remove(signal));
        if (closed.get() || window.last() > after) {
            signal.complete(null);
        }
        return signal.completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void leave(Follower follower) {
        followers.remove(follower);
        if (followers.isEmpty()) {
            window.begin(window.last());
            past.forget();
        }
    }

    /** The first one after a time without followers begins a new window. */
    private synchronized Optional<Follower> enter(OptionalLong after, EventFilter filter) {
        if (isFull()) {
            return Optional.empty();
        }
        EventSpan span = store.read(reads -> reads.history().events());
        if (followers.isEmpty()) {
            window.begin(span.last());
        }
        long asked = after.orElse(window.last());
        Follower follower = new Follower(this, filter, asked == 0 ? span.before() : asked);
        followers.add(follower);
        return Optional.of(follower);
    }

    private void committed() {
        if (!followers.isEmpty()) {
            turns.due();
        }
    }

    private void turn() {
        try {
            catchUp();
        } catch (TaskStoreException cannotSay) {
            LOG.debug("the event log cannot be read now, and will be", cannotSay);
            turns.dueAfter(AFTER_FAILURE);
        } finally {
            wake();
        }
    }

    private synchronized void catchUp() {
        List<QueueEvent> next;
        do {
            long last = window.last();
            next = store.read(reads -> reads.history().events(last, PAGE));
            window.add(next);
        } while (next.size() == PAGE);
    }

    private void wake() {
        waiting.forEach(signal -> signal.complete(null));
    }
}
