package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.exchange.OwnOrigin;
import io.prismq.queue.adapter.http.oidc.OidcTokens;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.KeyToken;
import io.prismq.queue.domain.port.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells who asks: by the key that is presented (RFC 6750, section 2.1), or by the session of a browser. */
public final class Callers {
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([^ ]+) *");

    private final KeyRing keys;
    private final Optional<OidcTokens> tokens;
    private final Sessions sessions;
    private final Clock clock;

    /**
     * Knows keys and sessions.
     *
     * @param tokens of an issuer, which count as keys do; empty where none are taken
     */
    public Callers(KeyRing keys, Optional<OidcTokens> tokens, Sessions sessions, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The key that is typed or sent.
     *
     * @throws ProblemException 401 if it opens nothing
     */
    public ApiKey present(String token) {
        ApiKey key = keys.find(token).orElseThrow(() -> refused("This is not a key of this server"));
        return switch (key.at(clock.now())) {
            case ACTIVE -> key;
            case EXPIRED -> throw refused("The key has expired");
            case REVOKED -> throw refused("The key was revoked");
        };
    }

    /**
     * Who asks; empty where nobody says who it is.
     *
     * @throws ProblemException 401 if what is presented opens nothing, 403 if another server's page acts in a session
     */
    Optional<Admitted> of(Context context) {
        String authorization = context.header("Authorization");
        return authorization == null ? inSession(context) : Optional.of(bearing(authorization));
    }

    private Admitted bearing(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw refused("Present a key: Authorization: Bearer prismq_...");
        }
        String presented = bearer.group(1);
        return tokens.isEmpty() || presented.startsWith(KeyToken.PREFIX)
                ? admitted(present(presented))
                : admitted(tokens.get().check(presented));
    }

    private Admitted admitted(OidcTokens.Bearer bearer) {
        return new Admitted(bearer.actor(), () -> clock.now().isBefore(bearer.until()));
    }

    private Optional<Admitted> inSession(Context context) {
        Optional<Admitted> found = SessionCookie.of(context)
                .flatMap(token -> sessions.key(token).flatMap(keys::active).map(key -> admitted(key, token)));
        found.ifPresent(somebody -> OwnOrigin.requireToAct(context));
        return found;
    }

    private Admitted admitted(ApiKey key, String session) {
        Admitted owner = admitted(key);
        return new Admitted(
                owner.actor(), () -> sessions.goesOn(session) && owner.still().getAsBoolean());
    }

    private Admitted admitted(ApiKey key) {
        return new Admitted(Actor.of(key), () -> keys.active(key.id()).isPresent());
    }

    static ProblemException refused(String why) {
        return new ProblemException(ProblemType.UNAUTHORIZED.because(why));
    }
}
