package io.prismq.queue.adapter.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void isTheWholeOneOfVersionFour() {
        assertThat(Address.of("10.1.2.3")).isEqualTo("10.1.2.3").isNotEqualTo(Address.of("10.1.2.4"));
    }

    @Test
    void isTheFirstHalfOfVersionSix() {
        assertThat(Address.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Address.of("[2001:db8:1:2::1]"))
                .isNotEqualTo(Address.of("2001:db8:1:3::1"));
    }
}
