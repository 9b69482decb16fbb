package io.prismq.queue.adapter.http.oidc;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.github.bucket4j.TimeMeter;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.testing.SettableClock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OidcTokensTest {
    private static final List<String> ODD_HEADERS = List.of(
            "",
            "null",
            "[]",
            "{}",
            "7",
            "1e999999999",
            "\"\"",
            "{\"alg\":null}",
            "{\"alg\":7}",
            "{\"alg\":\"RS256\",\"kid\":{}}",
            "{\"alg\":\"RS256\",\"kid\":null}",
            "{\"alg\":\"RS256\",\"crit\":[\"exp\"]}",
            "{\"alg\":\"RS256\",\"jwk\":{}}",
            "{\"alg\":\"RS256\",\"x5c\":[7]}",
            "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
            "{\"alg\":\"none\"}");
    private static final List<String> ODD_PAYLOADS = List.of(
            "null",
            "[]",
            "7",
            "{}",
            "{\"sub\":7}",
            "{\"exp\":\"tomorrow\"}",
            "{\"exp\":1e999}",
            "{\"aud\":{}}",
            "{\"iss\":[]}");

    private final SettableClock clock = new SettableClock(NOW);
    private final Issuer issuer = Issuer.start();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final OidcTokens tokens = new OidcTokens(issuer.settings(), clock, new SettableMeter());
    private final Logger logger = (Logger) LoggerFactory.getLogger(OidcTokens.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        issuer.close();
    }

    @Test
    void countWithTheScopesThatAreMeantForThisServer() {
        OidcTokens.Bearer bearer = tokens.check(issuer.sign(claims().build()));

        assertThat(bearer.actor().name()).isEqualTo("user ada");
        assertThat(bearer.actor().grant()).isEqualTo(new Grant(Set.of(Scope.READ, Scope.ENQUEUE), Set.of()));
        assertThat(bearer.until()).isEqualTo(NOW.plusSeconds(3605));
    }

    @Test
    void mayHaveTheirScopesInAnArray() {
        OidcTokens.Bearer bearer = tokens.check(
                issuer.sign(claims().claim("scope", List.of("prismq:work")).build()));

        assertThat(bearer.actor().grant().scopes()).containsExactly(Scope.WORK);
    }

    @Test
    void permitNothingWithoutAScope() {
        refuses(
                issuer.sign(claims().claim("scope", "read prismq:reed").build()),
                ProblemType.FORBIDDEN,
                "The token has none of the scopes that are known here: prismq:enqueue, prismq:read, prismq:work,"
                        + " prismq:manage, prismq:admin");
        refuses(issuer.sign(claims().claim("scope", null).build()), ProblemType.FORBIDDEN);
    }

    @Test
    void expire() {
        String token = issuer.sign(claims().build());
        clock.advance(Duration.ofSeconds(3604));
        assertThat(tokens.check(token).until()).isAfter(clock.now());

        clock.advance(Duration.ofSeconds(1));

        refuses(token, ProblemType.UNAUTHORIZED, "The token has expired");
    }

    @Test
    void areOfTheIssuerAndForThisServer() {
        refuses(issuer.sign(claims().issuer("https://elsewhere.example").build()), ProblemType.UNAUTHORIZED);
        refuses(issuer.sign(claims().audience("another").build()), ProblemType.UNAUTHORIZED);
        refuses(issuer.sign(claims().expirationTime(null).build()), ProblemType.UNAUTHORIZED);
        refuses(issuer.sign(claims().subject(null).build()), ProblemType.UNAUTHORIZED);
        refuses(
                issuer.sign(
                        claims().notBeforeTime(Date.from(NOW.plusSeconds(3000))).build()),
                ProblemType.UNAUTHORIZED);
    }

    @Test
    void nameSomebodyWhoCanBeWrittenDown() {
        assertThat(tokens.check(issuer.sign(claims().subject("a".repeat(255)).build()))
                        .actor()
                        .name())
                .hasSizeLessThanOrEqualTo(By.MAX_LENGTH);
        refuses(issuer.sign(claims().subject("a".repeat(256)).build()), ProblemType.UNAUTHORIZED);
        refuses(issuer.sign(claims().subject("a\nb").build()), ProblemType.UNAUTHORIZED);
        refuses(issuer.sign(claims().subject("").build()), ProblemType.UNAUTHORIZED);
    }

    @Test
    void areSignedByTheIssuersAlgorithmAlone() throws JOSEException {
        SignedJWT other = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.PS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                claims().build());
        other.sign(new RSASSASigner(issuer.key()));
        SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        symmetric.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));

        refuses(other.serialize(), ProblemType.UNAUTHORIZED);
        refuses(symmetric.serialize(), ProblemType.UNAUTHORIZED);
        refuses(new PlainJWT(claims().build()).serialize(), ProblemType.UNAUTHORIZED);
    }

    @Test
    void areNoOtherKindOfToken() throws JOSEException {
        SignedJWT logout = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(issuer.key().getKeyID())
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                claims().build());
        logout.sign(new RSASSASigner(issuer.key()));

        refuses(logout.serialize(), ProblemType.UNAUTHORIZED);
        refuses("nonsense", ProblemType.UNAUTHORIZED);
    }

    @Test
    void areCheckedWithTheIssuersNewKeyToo() {
        tokens.check(issuer.sign(claims().build()));
        String old = issuer.sign(claims().subject("old").build());

        issuer.rotate();

        assertThat(tokens.check(issuer.sign(claims().build())).actor().name()).isEqualTo("user ada");
        refuses(old, ProblemType.UNAUTHORIZED);
    }

    @Test
    void cannotBeCheckedWhereTheIssuerIsAway() {
        String token = issuer.sign(claims().build());
        issuer.close();

        refuses(token, ProblemType.ISSUER_UNREACHABLE);
    }

    @Test
    void cannotBeCheckedAsLongAsItIsAwayAndCanAsSoonAsItIsBack() {
        tokens.check(issuer.sign(claims().build()));
        issuer.rotate();
        issuer.away(true);
        String token = issuer.sign(claims().build());
        for (int n = 0; n < 5; n++) {
            refuses(ofKey("made up " + n), ProblemType.ISSUER_UNREACHABLE);
            refuses(token, ProblemType.ISSUER_UNREACHABLE);
            pass(Duration.ofSeconds(1));
        }

        issuer.away(false);

        assertThat(tokens.check(token).actor().name()).isEqualTo("user ada");
        assertThat(lines())
                .singleElement(STRING)
                .startsWith("The keys of the issuer cannot be read from "
                        + issuer.settings().keys());
    }

    @Test
    void ofStrangersMakeTheKeysBeReadSeldom() {
        tokens.check(issuer.sign(claims().build()));
        for (int n = 0; n < 100; n++) {
            refuses(ofKey("made up " + n), ProblemType.UNAUTHORIZED);
        }
        assertThat(issuer.asked()).isEqualTo(3);

        issuer.rotate();
        pass(Duration.ofSeconds(5));

        assertThat(tokens.check(issuer.sign(claims().build())).actor().name()).isEqualTo("user ada");
    }

    @Test
    void mayHaveAnyHeader() {
        for (String header : ODD_HEADERS) {
            String deep = "[".repeat(5000);
            for (String payload : List.of("", "null", "{}", deep, "{\"exp\":" + deep)) {
                for (String signature : List.of("", "null", "!", ".", "..", "...")) {
                    String token = Base64URL.encode(header) + "." + Base64URL.encode(payload) + "." + signature;
                    refuses(token, ProblemType.UNAUTHORIZED);
                    refuses(token.replace("A", "é"), ProblemType.UNAUTHORIZED);
                }
            }
        }
    }

    @Test
    void mayHaveAnyPayload() {
        for (String payload : ODD_PAYLOADS) {
            refuses(issuer.sign(new Payload(payload)), ProblemType.UNAUTHORIZED);
        }
    }

    @Test
    void areRefusedForAReasonThatTheLogHasOnceAMinute() {
        for (int n = 0; n < 3; n++) {
            refuses(issuer.sign(claims().audience("another").build()), ProblemType.UNAUTHORIZED);
        }
        pass(Duration.ofMinutes(1));
        refuses(ofKey("unknown"), ProblemType.UNAUTHORIZED);
        pass(Duration.ofMinutes(1));
        refuses("se.cr.et", ProblemType.UNAUTHORIZED);

        assertThat(lines())
                .containsExactly(
                        "A token is refused: JWT aud claim rejected (algorithm RS256, key first)",
                        "A token is refused: Signed JWT rejected: Another algorithm expected, or no matching key(s)"
                                + " found (algorithm RS256, key unknown) (2 times the like since the last line)",
                        "A token is refused: it is not a JWT");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private List<String> lines() {
        return lines.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** All right, but for who signed it. */
    private static String ofKey(String name) {
        return Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"" + name + "\"}") + "."
                + claims().build().toPayload().toBase64URL() + ".AAAA";
    }

    private static JWTClaimsSet.Builder claims() {
        return Issuer.claims(NOW);
    }

    private void refuses(String token, ProblemType why, String detail) {
        assertThatThrownBy(() -> tokens.check(token))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(why.because(detail)));
    }

    private void refuses(String token, ProblemType why) {
        assertThatThrownBy(() -> tokens.check(token))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(why));
    }

    private final class SettableMeter implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
