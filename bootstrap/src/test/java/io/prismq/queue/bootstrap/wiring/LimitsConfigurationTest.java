package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.http.limit.Limits;
import io.prismq.queue.adapter.http.limit.Rate;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.config.LimitsSection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitsConfigurationTest {
    @Test
    void areThoseOfTheAdapterWithoutARate() {
        assertThat(of(null, null)).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void letAThousandRequestsThroughAtOnceWhereNothingElseIsSaid() {
        assertThat(of(5, null).rate()).contains(Rate.perSecond(5, 1000));
        assertThat(of(5, 7).rate()).contains(Rate.perSecond(5, 7));
    }

    @Test
    void takeABurstOfARateAlone() {
        assertThatThrownBy(() -> of(null, 7))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("limits.requests_per_second has to be set");
    }

    private static Limits of(@Nullable Integer requests, @Nullable Integer burst) {
        return LimitsConfiguration.of(new LimitsSection(requests, burst, Limits.DEFAULT.waits(), null, null));
    }
}
