package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.port.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells who asks, by the key that is presented (RFC 6750, section 2.1). */
public final class Callers {
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([^ ]+) *");

    private final KeyRing keys;
    private final Clock clock;

    public Callers(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Whose key the request presents; empty where it presents none.
     *
     * @throws ProblemException 401 if what it presents opens nothing
     */
    Optional<Admitted> of(Context context) {
        return Optional.ofNullable(context.header("Authorization")).map(this::admitted);
    }

    private Admitted admitted(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw refused("Present a key as Authorization: Bearer prismq_...");
        }
        ApiKey key = keys.find(bearer.group(1)).orElseThrow(() -> refused("This is not a key of this server"));
        return switch (key.at(clock.now())) {
            case ACTIVE -> new Admitted(Actor.of(key), () -> keys.isActive(key.id()));
            case EXPIRED -> throw refused("The key has expired");
            case REVOKED -> throw refused("The key was revoked");
        };
    }

    static ProblemException refused(String why) {
        return new ProblemException(ProblemType.UNAUTHORIZED.because(why));
    }
}
