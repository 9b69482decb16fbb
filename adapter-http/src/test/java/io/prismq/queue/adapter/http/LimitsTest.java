package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.limit.Rate;
import io.prismq.queue.adapter.http.oidc.Issuer;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LimitsTest {
    private static final String STATS = "/api/queue/stats";
    private static final String CLAIM = "{\"worker_id\":\"w\",\"types\":[\"a\"],\"wait_seconds\":30}";

    @Nested
    class Requests {
        @Test
        void areRefusedBeyondTheRateOfTheirAddress() {
            try (TestServer server = TestServer.startWith(rate(2))) {
                Caller caller = server.caller();

                assertThat(caller.get(STATS).header("RateLimit")).startsWith("\"default\";r=1;t=");
                assertThat(caller.get(STATS).header("RateLimit-Policy")).isEqualTo("\"default\";q=2;w=86400");
                Answer refused = caller.get(STATS);

                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After")).isEqualTo("1");
                assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
            }
        }

        @Test
        void ofOneKeyDoNotCountForAnother() {
            try (TestServer server = TestServer.startWith(rate(1))) {
                Caller caller = server.caller();
                String one = "Bearer " + server.key(new Grant(Set.of(Scope.READ), Set.of()));
                String other = "Bearer " + server.key(new Grant(Set.of(Scope.READ), Set.of()));
                caller.get(STATS, "Authorization", one).has(200);

                assertThat(caller.get(STATS, "Authorization", one).status()).isEqualTo(429);
                assertThat(caller.get(STATS, "Authorization", other).status()).isEqualTo(200);
                assertThat(caller.get(STATS).status()).isEqualTo(200);
            }
        }

        @Test
        void withWrongKeysCountForTheirAddress() {
            try (TestServer server = TestServer.startWith(rate(1))) {
                Caller caller = server.caller();
                caller.get(STATS, "Authorization", "Bearer guess").has(401);

                assertThat(caller.get(STATS, "Authorization", "Bearer another").status())
                        .isEqualTo(429);
            }
        }

        @Test
        void withOddTokensCountForTheirAddress() {
            Limits limits = rate(1);
            try (Issuer issuer = Issuer.start();
                    TestServer server = TestServer.startFor(issuer.settings(), limits)) {
                Caller caller = server.caller();
                caller.get(STATS, "Authorization", "Bearer bnVsbA.bnVsbA.bnVsbA")
                        .has(401);

                assertThat(caller.get(STATS, "Authorization", "Bearer bnVsbA.bnVsbA.bnVsbA")
                                .status())
                        .isEqualTo(429);
            }
        }

        @Test
        void forHealthDoNotCount() {
            try (TestServer server = TestServer.startWith(rate(1))) {
                Caller caller = server.caller();
                caller.get("/health/live").has(200);
                caller.get(STATS).has(200);

                assertThat(caller.get("/health/live").status()).isEqualTo(200);
                assertThat(caller.get("/health/ready").status()).isEqualTo(200);
            }
        }

        @Test
        void haveNoLimitUnlessThereIsOne() {
            try (TestServer server = TestServer.start()) {
                assertThat(server.caller().get(STATS).headers().map()).doesNotContainKey("ratelimit");
            }
        }

        private Limits rate(int burst) {
            return Limits.DEFAULT.with(new Rate(burst, Duration.ofDays(1)));
        }
    }

    @Nested
    class Waits {
        @Test
        void endWithTheirRequests() {
            try (TestServer server = TestServer.startWith(Limits.DEFAULT.withWaits(1))) {
                Caller caller = server.caller();
                CompletableFuture<Answer> waits = caller.postLater("/api/queue/claims", CLAIM);
                while (caller.get("/api/queue/workers").json().isEmpty()) {
                    Thread.onSpinWait();
                }
                assertThat(claim(caller).status()).isEqualTo(429);

                caller.enqueued("{\"type\":\"a\"}");

                assertThat(waits.join().status()).isEqualTo(200);
                while (claim(caller).status() != 200) {
                    Thread.onSpinWait();
                }
            }
        }

        @Test
        void includeThoseForTheEndOfATask() {
            try (TestServer server = TestServer.startWith(Limits.DEFAULT.withWaits(0))) {
                Caller caller = server.caller();
                String task = "/api/queue/tasks/" + caller.enqueued("{\"type\":\"a\"}");

                assertThat(caller.get(task).status()).isEqualTo(200);
                assertThat(caller.get(task + "?wait_seconds=30").status()).isEqualTo(429);
            }
        }

        @Test
        void refuseWebSocketsAsWell() {
            try (TestServer server = TestServer.startWith(Limits.DEFAULT.withWaits(1));
                    RawConnection first = new RawConnection(server.http.port());
                    RawConnection second = new RawConnection(server.http.port())) {
                first.send(upgrade());
                first.readTo("101 ");
                first.readTo("\r\n\r\n");
                while (server.events.followers() == 0) {
                    Thread.onSpinWait();
                }

                second.send(upgrade());

                assertThat(second.answer().status()).isEqualTo(429);
            }
        }

        /** One that does not wait: beyond the limit it is refused as well. */
        private Answer claim(Caller caller) {
            return caller.post("/api/queue/claims", "{\"worker_id\":\"v\",\"types\":[\"b\"]}");
        }

        private String upgrade() {
            return """
                    GET /api/queue/ws HTTP/1.1
                    Host: localhost
                    Connection: Upgrade
                    Upgrade: websocket
                    Sec-WebSocket-Version: 13
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                    """.replace("\n", "\r\n");
        }
    }
}
