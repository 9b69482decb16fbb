package io.prismq.queue.adapter.http.access;

import io.prismq.queue.domain.access.KeyId;
import io.prismq.queue.domain.port.Clock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The browsers in which somebody presented a key. They are kept in memory: a restart ends them all, as does the end of the
 * key. Safe for use by many threads.
 */
public final class Sessions {
    /** A session that nobody uses for so long is over. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** However much it is used. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** Of more, the one that was used the longest ago is over. */
    private static final int MOST = 1000;

    private static final int TOKEN_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What was used the longest ago comes first. */
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private record Session(KeyId key, Instant begun, Instant used) {
        boolean isOver(Instant now) {
            return !now.isBefore(used.plus(IDLE)) || !now.isBefore(begun.plus(LONGEST));
        }
    }

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    /** Begins one; the browser is to show what this returns. */
    public synchronized String begin(KeyId key) {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        String token = HexFormat.of().formatHex(bits);
        Instant now = clock.now();
        sessions.put(token, new Session(key, now, now));
        while (sessions.size() > MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return token;
    }

    /** The key of a session that goes on, which counts as used. */
    synchronized Optional<KeyId> key(String token) {
        Session session = sessions.remove(token);
        Instant now = clock.now();
        if (session == null || session.isOver(now)) {
            return Optional.empty();
        }
        sessions.put(token, new Session(session.key(), session.begun(), now));
        return Optional.of(session.key());
    }

    /** Whether a session goes on, for who listens or waits in it: that does not count as used. */
    synchronized boolean goesOn(String token) {
        Session session = sessions.get(token);
        return session != null && !session.isOver(clock.now());
    }

    /** Ends one, and tells whose it was. */
    public synchronized Optional<KeyId> end(String token) {
        return Optional.ofNullable(sessions.remove(token)).map(Session::key);
    }
}
