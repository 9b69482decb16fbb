package io.prismq.queue.adapter.http.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

/** Signs tokens, and publishes the key that it signs with. */
public final class Issuer implements AutoCloseable {
    public static final String NAME = "https://login.example";
    public static final String AUDIENCE = "queue";

    /** It takes long to make one. */
    private static final RSAKey FIRST = newKey("first");

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = FIRST;
    private volatile boolean away;

    private Issuer(HttpServer server) {
        this.server = server;
    }

    public static Issuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Issuer issuer = new Issuer(server);
            server.createContext("/keys", exchange -> {
                issuer.asked.incrementAndGet();
                if (issuer.away) {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                    return;
                }
                byte[] keys = new JWKSet(issuer.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return issuer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public OidcSettings settings() {
        URI keys = URI.create(
                "http://127.0.0.1:%d/keys".formatted(server.getAddress().getPort()));
        return new OidcSettings(NAME, AUDIENCE, keys, "RS256", "scope", "prismq:");
    }

    /** Signs with another key from now on, and publishes that one alone. */
    void rotate() {
        key = newKey("second");
    }

    /** Whether its keys cannot be read. */
    void away(boolean now) {
        away = now;
    }

    /** How often somebody asked for its keys. */
    int asked() {
        return asked.get();
    }

    RSAKey key() {
        return key;
    }

    /** Claims that are all right, for an hour. */
    public static JWTClaimsSet.Builder claims(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject("ada")
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("scope", "openid prismq:read prismq:enqueue other:admin");
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims.toPayload());
    }

    String sign(Payload payload) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    payload);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static RSAKey newKey(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }
}
