package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTypePolicyTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void allows1To100Attempts(int maxAttempts) {
        assertThat(policy(maxAttempts, MILLI, null).maxAttempts()).isEqualTo(maxAttempts);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void allowsNoOtherNumber(int maxAttempts) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(maxAttempts, MILLI, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void givesAttemptsAndTasksSomeTime(long millis) {
        Duration none = Duration.ofMillis(millis);

        assertThatIllegalArgumentException().isThrownBy(() -> policy(1, none, null));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(1, MILLI, none));
        assertThat(policy(1, MILLI, MILLI).timeToLive()).isEqualTo(MILLI);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void leasesForSomeTime(long millis) {
        assertThat(leasing(MILLI).leaseLength()).isEqualTo(MILLI);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leasing(Duration.ofMillis(millis)))
                .withMessageContaining("lease");
    }

    @Test
    void leasesFor30SecondsWhereNobodySays() {
        assertThat(TaskTypePolicy.DEFAULT.leaseLength()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void isTheTypesOwnWhereItHasOne() {
        TaskTypePolicy own = policy(1, MILLI, null);
        TaskTypePolicies policies = new TaskTypePolicies(Map.of(new TaskType("a"), own), TaskTypePolicy.DEFAULT);

        assertThat(policies.of(new TaskType("a"))).isEqualTo(own);
        assertThat(policies.of(new TaskType("b"))).isEqualTo(TaskTypePolicy.DEFAULT);
    }

    private static TaskTypePolicy leasing(Duration leaseLength) {
        return new TaskTypePolicy(
                1, MILLI, Priority.DEFAULT, RetryPolicy.DEFAULT, leaseLength, null, Retention.DEFAULT);
    }

    private static TaskTypePolicy policy(int maxAttempts, Duration attemptTimeout, @Nullable Duration timeToLive) {
        return new TaskTypePolicy(
                maxAttempts,
                attemptTimeout,
                Priority.DEFAULT,
                RetryPolicy.DEFAULT,
                TaskTypePolicy.DEFAULT.leaseLength(),
                timeToLive,
                Retention.DEFAULT);
    }
}
