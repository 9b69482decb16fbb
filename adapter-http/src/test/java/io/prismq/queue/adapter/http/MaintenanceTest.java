package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceTest extends ServerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cleanup-runs                         | cleanup_runs       | {\"max_age_hours\":24}",
                "cleanup-runs?max_age_hours=0         | cleanup_runs       | {\"max_age_hours\":0}",
                "cleanup-temp-files?max_age_hours=87600 | cleanup_temp_files | {\"max_age_hours\":87600}",
                "cleanup-temp-files                   | cleanup_temp_files | {\"max_age_hours\":24}",
                "health-check                         | health_check       | {}",
                "log-statistics                       | log_statistics     | {}"
            })
    void enqueuesATaskAndAnswersAtOnce(String operation, String type, String payload) {
        Answer accepted = caller.post("/api/system/maintenance/" + operation).has(202);

        assertThat(accepted.json().propertyNames()).containsExactly("task_id", "status", "message");
        assertThat(accepted.word("status")).isEqualTo("queued");
        Answer task = caller.get(accepted.header("Location")).has(200);
        assertThat(task.word("type")).isEqualTo(type);
        assertThat(task.text()).contains("\"payload\":" + payload + ",");
    }
}
