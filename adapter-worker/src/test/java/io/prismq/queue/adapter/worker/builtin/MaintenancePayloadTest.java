package io.prismq.queue.adapter.worker.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenancePayloadTest {
    @Nested
    class MaxAge {
        @Test
        void is_a_day_where_the_payload_does_not_say() throws TaskRejectedException {
            assertThat(MaintenancePayload.maxAge(Payload.EMPTY)).isEqualTo(Duration.ofHours(24));
        }

        @ParameterizedTest
        @CsvSource({"0", "1", "87600"})
        void is_what_the_payload_says(int hours) throws TaskRejectedException {
            assertThat(MaintenancePayload.maxAge(maxAgeHours("" + hours))).isEqualTo(Duration.ofHours(hours));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"-1", "87601", "1.5", "1.0", "1e3", "\"5\"", "null", "true", "[1]", "99999999999999999999"})
        void is_rejected_by_name_where_it_is_no_whole_number_in_range(String value) {
            assertThatExceptionOfType(TaskRejectedException.class)
                    .isThrownBy(() -> MaintenancePayload.maxAge(maxAgeHours(value)))
                    .withMessageStartingWith("max_age_hours is a whole number from 0 to 87600");
        }

        @Test
        void has_no_other_field_beside_it() {
            assertRejected("{\"max_age_hours\":1,\"max_age_days\":1}", "unknown field in the payload: max_age_days");
        }

        private static Payload maxAgeHours(String value) {
            return new Payload("{\"max_age_hours\":" + value + "}");
        }
    }

    @Test
    void what_is_no_object_is_rejected() {
        assertRejected("[1]", "the payload is not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "nonsense"})
    void what_is_no_json_is_rejected(String text) {
        assertRejected(text, "the payload is not JSON");
    }

    @Test
    void a_payload_that_is_to_be_empty_has_no_field() throws TaskRejectedException {
        MaintenancePayload.requireEmpty(Payload.EMPTY);

        assertThatExceptionOfType(TaskRejectedException.class)
                .isThrownBy(() -> MaintenancePayload.requireEmpty(new Payload("{\"max_age_hours\":1}")))
                .withMessage("unknown field in the payload: max_age_hours");
    }

    private static void assertRejected(String payload, String message) {
        assertThatExceptionOfType(TaskRejectedException.class)
                .isThrownBy(() -> MaintenancePayload.maxAge(new Payload(payload)))
                .withMessageStartingWith(message);
    }
}
