package io.prismq.queue.adapter.http.oidc;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OidcTokensTest {
    private final SettableClock clock = new SettableClock(NOW);
    private final Issuer issuer = Issuer.start();
    private final OidcTokens tokens = new OidcTokens(issuer.settings(), clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void countWithTheScopesThatAreMeantForThisServer() {
        OidcTokens.Bearer bearer = tokens.check(issuer.sign(claims().build()));

        assertThat(bearer.actor().name()).isEqualTo("user ada");
        assertThat(bearer.actor().grant()).isEqualTo(new Grant(Set.of(Scope.READ, Scope.ENQUEUE), Set.of()));
        assertThat(bearer.until()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void mayHaveTheirScopesInAnArray() {
        OidcTokens.Bearer bearer = tokens.check(
                issuer.sign(claims().claim("scope", List.of("prismq:work")).build()));

        assertThat(bearer.actor().grant().scopes()).containsExactly(Scope.WORK);
    }

    @Test
    void permitNothingWithoutAScope() {
        refuses(issuer.sign(claims().claim("scope", "read admin").build()), ProblemType.FORBIDDEN);
        refuses(issuer.sign(claims().claim("scope", null).build()), ProblemType.FORBIDDEN);
    }

    @Test
    void expire() {
        String token = issuer.sign(claims().build());
        clock.advance(Duration.ofHours(2));

        refuses(token, ProblemType.UNAUTHORIZED);
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

    private static JWTClaimsSet.Builder claims() {
        return Issuer.claims(NOW);
    }

    private void refuses(String token, ProblemType why) {
        assertThatThrownBy(() -> tokens.check(token))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(why));
    }
}
