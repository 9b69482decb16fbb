package io.prismq.queue.adapter.http.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.port.Clock;
import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.time.Instant;
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

    private final OidcSettings settings;
    private final DefaultJWTProcessor<SecurityContext> processor;

    /**
     * Takes the tokens of an issuer.
     *
     * @throws IllegalArgumentException if the address of its keys is none
     */
    public OidcTokens(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.processor = processor(settings, clock);
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
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Set<Scope> scopes = scopes(claims);
            if (scopes.isEmpty()) {
                throw new ProblemException(ProblemType.FORBIDDEN.because(
                        "The token has no scope that begins with " + settings.scopePrefix()));
            }
            Actor actor = new Actor("user " + subject(claims), new Grant(scopes, Set.of()));
            return new Bearer(actor, claims.getExpirationTime().toInstant());
        } catch (RateLimitReachedException unknown) {
            // The keys have just been read, and its own was not among them.
            throw worthless(unknown);
        } catch (KeySourceException unreachable) {
            LOG.warn("the keys of the issuer cannot be read from {}: {}", settings.keys(), unreachable.getMessage());
            throw new ProblemException(
                    ProblemType.ISSUER_UNREACHABLE.because("The token cannot be checked; try again later"));
        } catch (BadJOSEException | JOSEException | ParseException flawed) {
            throw worthless(flawed);
        }
    }

    private static ProblemException worthless(Exception flaw) {
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

    /** OpenID Connect Core 1.0, section 2, lets it have 255 characters of ASCII. */
    private static String subject(JWTClaimsSet claims) throws BadJWTException {
        String subject = claims.getSubject();
        if (!subject.matches("\\p{Print}{1,255}")) {
            throw new BadJWTException("the subject is not 1 to 255 characters of ASCII that can be printed");
        }
        return subject;
    }

    private static Stream<String> words(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf);
        }
        return claim instanceof String text ? Stream.of(text.split(" ")) : Stream.of();
    }

    private static DefaultJWTProcessor<SecurityContext> processor(OidcSettings settings, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        // Access tokens say what they are (RFC 9068), or that they are a JWT, or nothing.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.parse(settings.algorithm()),
                JWKSourceBuilder.create(url(settings)).build()));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        settings.audience(),
                        new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                        Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.now());
                    }
                });
        return processor;
    }

    private static URL url(OidcSettings settings) {
        try {
            return settings.keys().toURL();
        } catch (MalformedURLException noAddress) {
            throw new IllegalArgumentException("not an address: " + settings.keys(), noAddress);
        }
    }
}
