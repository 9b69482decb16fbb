package io.prismq.queue.adapter.http.oidc;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.github.bucket4j.TimeMeter;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.port.Clock;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the tokens of one issuer (RFC 9068). Its keys are read when the first token comes, kept, and read anew when they
 * get old, or when a token is signed with one that is not known. Safe for use by many threads.
 */
public final class OidcTokens {
    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);

    /** The clocks of this machine and of the issuer's may differ by so much. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final DefaultJWTProcessor<SecurityContext> processor;
    private final Complaints refusals;
    private final Complaints outages;

    /**
     * Takes the tokens of an issuer.
     *
     * @throws IllegalArgumentException if the address of its keys is none
     */
    public OidcTokens(OidcSettings settings, Clock clock) {
        this(settings, clock, TimeMeter.SYSTEM_NANOTIME);
    }

    OidcTokens(OidcSettings settings, Clock clock, TimeMeter time) {
        this.settings = settings;
        this.processor = processor(settings, clock, time);
        this.refusals = new Complaints(LOG, time::currentTimeNanos);
        this.outages = new Complaints(LOG, time::currentTimeNanos);
    }

    /**
     * Who presents a token.
     *
     * @param until the token is worth something
     */
    public record Bearer(Actor actor, Instant until) {}

    /**
     * Checks a token.
     *
     * @throws ProblemException 401 if it is worth nothing, 403 if it permits nothing here, 503 if it cannot be checked
     */
    public Bearer check(String token) {
        JWTClaimsSet claims = verified(parsed(token));
        Set<Scope> scopes = scopes(claims);
        if (scopes.isEmpty()) {
            throw new ProblemException(ProblemType.FORBIDDEN.because(
                    "The token has none of the scopes that are known here: " + knownScopes()));
        }
        Actor actor = new Actor("user " + claims.getSubject(), new Grant(scopes, Set.of()));
        return new Bearer(actor, claims.getExpirationTime().toInstant().plus(SKEW));
    }

    private JWT parsed(String token) {
        try {
            return JWTParser.parse(token);
        } catch (ParseException | RuntimeException unreadable) {
            throw worthless("it is not a JWT", unreadable);
        }
    }

    /** What a stranger sends may be too much for the library, which is the stranger's fault all the same. */
    private JWTClaimsSet verified(JWT token) {
        try {
            return processor.process(token, null);
        } catch (KeySourceException unreachable) {
            outages.tell("The keys of the issuer cannot be read from %s: %s"
                    .formatted(settings.keys(), unreachable.getMessage()));
            throw new ProblemException(
                    ProblemType.ISSUER_UNREACHABLE.because("The token cannot be checked; try again later"));
        } catch (ExpiredJWTException late) {
            refusals.tell("A token is refused: it has expired");
            throw new ProblemException(ProblemType.UNAUTHORIZED.because("The token has expired"));
        } catch (BadJOSEException | JOSEException flawed) {
            throw worthless(flawed.getMessage() + signature(token.getHeader()), flawed);
        } catch (RuntimeException unreadable) {
            throw worthless("it cannot be read", unreadable);
        }
    }

    private static String signature(Header header) {
        String key = header instanceof JWSHeader signed ? String.valueOf(signed.getKeyID()) : "none";
        return " (algorithm %s, key %s)".formatted(header.getAlgorithm(), key);
    }

    private ProblemException worthless(String why, Exception flaw) {
        refusals.tell("A token is refused: " + why);
        LOG.debug("a token is refused", flaw);
        return new ProblemException(ProblemType.UNAUTHORIZED.because("The token is not valid here"));
    }

    private Set<Scope> scopes(JWTClaimsSet claims) {
        return words(claims.getClaim(settings.scopesClaim()))
                .filter(word -> word.startsWith(settings.scopePrefix()))
                .map(word -> word.substring(settings.scopePrefix().length()))
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toSet());
    }

    private String knownScopes() {
        return Arrays.stream(Scope.values())
                .map(scope -> settings.scopePrefix() + scope.word())
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> words(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf);
        }
        return claim instanceof String text ? Stream.of(text.split(" ")) : Stream.of();
    }

    private static DefaultJWTProcessor<SecurityContext> processor(OidcSettings settings, Clock clock, TimeMeter time) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        // Access tokens say what they are (RFC 9068), or that they are a JWT, or nothing.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.parse(settings.algorithm()), IssuerKeys.of(settings.keys(), time)));
        processor.setJWTClaimsSetVerifier(new Claims(settings, clock));
        return processor;
    }

    /** What has to be right besides the signature. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        Claims(OidcSettings settings, Clock clock) {
            super(
                    settings.audience(),
                    new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                    Set.of("sub", "exp"));
            this.clock = clock;
            setMaxClockSkew((int) SKEW.toSeconds());
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            // OpenID Connect Core 1.0, section 2, lets it have 255 characters of ASCII.
            if (!claims.getSubject().matches("\\p{Print}{1,255}")) {
                throw new BadJWTException("the subject is not 1 to 255 characters of ASCII that can be printed");
            }
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.now());
        }
    }
}
