package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SkillsTest {
    private static final TaskType EMAIL = new TaskType("email");
    private static final Capabilities EUROPE = new Capabilities("{\"region\":\"eu\"}", Set.of("\"region\":\"eu\""));
    private static final Compatibility EUROPEAN = new Compatibility(List.of("\"region\":\"eu\""));

    @Test
    void suitTasksOfTheirTypesAlone() {
        Skills skills = new Skills(Set.of(EMAIL), Capabilities.NONE);

        assertThat(skills.suit(EMAIL, Compatibility.NONE)).isTrue();
        assertThat(skills.suit(new TaskType("Email"), Compatibility.NONE)).isFalse();
        assertThat(new Skills(Set.of(), EUROPE).suit(EMAIL, Compatibility.NONE)).isFalse();
    }

    @Test
    void suitTasksWhoseDemandsTheyMeetAlone() {
        assertThat(new Skills(Set.of(EMAIL), EUROPE).suit(EMAIL, EUROPEAN)).isTrue();
        assertThat(new Skills(Set.of(EMAIL), Capabilities.NONE).suit(EMAIL, EUROPEAN))
                .isFalse();
        assertThat(new Skills(Set.of(new TaskType("other")), EUROPE).suit(EMAIL, EUROPEAN))
                .isFalse();
    }

    @Test
    void doNotChangeWithTheSetThatTheyWereMadeFrom() {
        Set<TaskType> types = new HashSet<>(Set.of(EMAIL));
        Skills skills = new Skills(types, EUROPE);

        types.clear();

        assertThat(skills).isEqualTo(new Skills(Set.of(EMAIL), EUROPE));
    }
}
