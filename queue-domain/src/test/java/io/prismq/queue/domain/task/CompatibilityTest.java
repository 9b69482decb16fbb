package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompatibilityTest {
    private static final Compatibility EUROPEAN_GPU = new Compatibility(List.of("\"region\":\"eu\"", "\"gpu\":true"));

    @Test
    void isTheSameInWhateverOrderItIsAskedFor() {
        Compatibility other = new Compatibility(List.of("\"gpu\":true", "\"region\":\"eu\"", "\"gpu\":true"));

        assertThat(other).isEqualTo(EUROPEAN_GPU).hasSameHashCodeAs(EUROPEAN_GPU);
    }

    @Test
    void readsAsAJsonObject() {
        assertThat(EUROPEAN_GPU.json()).isEqualTo("{\"gpu\":true,\"region\":\"eu\"}");
        assertThat(Compatibility.NONE.json()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "region", "{}", "\"a\":\n1"})
    void isMadeOfJsonMembersAlone(String member) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Compatibility(List.of(member)));
    }

    @Test
    void isMetByAWorkerThatOffersEveryMember() {
        assertThat(new Capabilities("{}", Set.of("\"region\":\"eu\"", "\"gpu\":true", "\"ram\":64")).meet(EUROPEAN_GPU))
                .isTrue();
        assertThat(new Capabilities("{}", Set.of("\"region\":\"eu\"")).meet(EUROPEAN_GPU))
                .isFalse();
        assertThat(Capabilities.NONE.meet(EUROPEAN_GPU)).isFalse();
    }

    @Test
    void isMetByEveryWorkerWhereNothingIsAskedFor() {
        assertThat(Capabilities.NONE.meet(Compatibility.NONE)).isTrue();
    }
}
