package io.prismq.queue.adapter.http.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes. Whoever sends tokens with made-up keys cannot have them read more often than so: twice
 * at once and then every five seconds, and where they cannot be read, every second. Safe for use by many threads.
 */
final class IssuerKeys extends JWKSetSourceWrapper<SecurityContext> {
    private static final int READS = 2;
    private static final Duration BETWEEN_READS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(1);

    private final TimeMeter time;
    private final Bucket reads;
    private @Nullable JWKSet last;
    private @Nullable KeySourceException failure;
    private long failedAt;

    private IssuerKeys(JWKSetSource<SecurityContext> source, TimeMeter time) {
        super(source);
        this.time = time;
        this.reads = Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(READS)
                        .refillIntervally(1, BETWEEN_READS)
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }

    /**
     * The keys that are published at an address, which are kept for minutes.
     *
     * @throws IllegalArgumentException if the address is none
     */
    static JWKSource<SecurityContext> of(URI address, TimeMeter time) {
        ResourceRetriever http = new DefaultResourceRetriever(
                JWKSourceBuilder.DEFAULT_HTTP_CONNECT_TIMEOUT,
                JWKSourceBuilder.DEFAULT_HTTP_READ_TIMEOUT,
                JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT);
        // The library's own limit counts what failed too, and cannot be told from a key that is not known.
        return JWKSourceBuilder.create(new IssuerKeys(new URLBasedJWKSetSource<>(url(address), http), time))
                .rateLimited(false)
                .build();
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException noAddress) {
            throw new IllegalArgumentException("not an address: " + address, noAddress);
        }
    }

    /** The keys, as they were read just now or lately; fails where the last try to read them failed. */
    @Override
    public synchronized JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        KeySourceException failed = failure;
        if (failed != null && time.currentTimeNanos() - failedAt < BETWEEN_FAILURES.toNanos()) {
            throw failed;
        }
        JWKSet known = last;
        if (failed == null && known != null && !reads.tryConsume(1)) {
            return known;
        }
        try {
            JWKSet read = getSource().getJWKSet(refresh, now, context);
            last = read;
            failure = null;
            return read;
        } catch (KeySourceException unreadable) {
            failure = unreadable;
            failedAt = time.currentTimeNanos();
            throw unreadable;
        }
    }
}
