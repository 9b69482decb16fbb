package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.bootstrap.config.AuthSection;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.ServerSection;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import io.prismq.queue.domain.testing.Tasks;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Nobody listens here: what matters is what would be decided. */
class ExposureTest {
    private static final AuthSection PLAIN = new AuthSection(false, false);
    private static final AuthSection REQUIRED = new AuthSection(true, false);
    private static final AuthSection INSECURE = new AuthSection(false, true);

    private final SettableClock clock = new SettableClock();
    private final InMemoryTaskStore store = new InMemoryTaskStore(clock);
    private final KeyRing keys = new KeyRing(store, clock);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.7"})
    void letsEverybodyInWhereNobodyElseReachesIt(String host) {
        assertThat(Exposure.of(at(host), PLAIN, keys)).hasToString("local");
        assertThat(Exposure.isOpen(at(host), INSECURE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refusesToStartWhereOthersReachItAndNobodyHasAKey(String host) {
        assertThatThrownBy(() -> Exposure.of(at(host), PLAIN, keys))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Others can reach " + host)
                .hasMessageContaining("prismq keys create");
    }

    @Test
    void asksForKeysWhereOthersReachIt() {
        createKey();

        assertThat(Exposure.of(at("0.0.0.0"), PLAIN, keys)).hasToString("refused");
    }

    @Test
    void asksForKeysWhereItIsToldTo() {
        assertThat(Exposure.of(at("127.0.0.1"), REQUIRED, keys)).hasToString("refused");
    }

    @Test
    void isOpenWhereItIsToldTo() {
        assertThat(Exposure.of(at("0.0.0.0"), INSECURE, keys)).hasToString("everywhere");
        assertThat(Exposure.isOpen(at("0.0.0.0"), INSECURE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void takesOneOfTwoWordsThatContradictEachOther(String host) {
        assertThatThrownBy(() -> Exposure.of(at(host), new AuthSection(true, true), keys))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("auth.required")
                .hasMessageContaining("auth.insecure");
    }

    @Test
    void knowsTheNameThatItListensAt() {
        assertThatThrownBy(() -> Exposure.of(at("nowhere.invalid"), PLAIN, keys))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("server.host is nowhere.invalid, and no such name is known here.");
    }

    @Test
    void warnsWhereNobodyHasWhatEverybodyNeeds() {
        assertThat(warnings(REQUIRED)).singleElement().asString().contains("prismq keys create");
        assertThat(warnings(PLAIN)).isEmpty();

        createKey();
        clock.advance(Duration.ofSeconds(1));

        assertThat(warnings(REQUIRED)).isEmpty();
    }

    private List<String> warnings(AuthSection auth) {
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Exposure.class);
        written.start();
        logger.addAppender(written);
        Exposure.warnWhereNobodyGetsIn(auth, keys);
        logger.detachAppender(written);
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void createKey() {
        new ApiKeys(store, new SecureRandom())
                .create("admin", Grant.ALL, Optional.empty(), Tasks.BY)
                .toCompletableFuture()
                .join();
    }

    private static ServerSection at(String host) {
        return new ServerSection(host, 8000, List.of(), List.of());
    }
}
