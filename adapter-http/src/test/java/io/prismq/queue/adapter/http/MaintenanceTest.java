package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MaintenanceTest extends ServerTest {
    private static final String PATH = "/api/system/maintenance/";

    @Nested
    class Operations {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "cleanup-runs                         | cleanup_runs       | {\"max_age_hours\":24}",
                    "cleanup-runs?max_age_hours=0         | cleanup_runs       | {\"max_age_hours\":0}",
                    "cleanup-temp-files?max_age_hours=87600 | cleanup_temp_files | {\"max_age_hours\":87600}",
                    "cleanup-temp-files                   | cleanup_temp_files | {\"max_age_hours\":24}",
                    "health-check                         | health_check       | {}",
                    "log-statistics                       | log_statistics     | {}",
                    "cleanup-runs/async?max_age_hours=9   | cleanup_runs       | {\"max_age_hours\":9}",
                    "cleanup-temp-files/async             | cleanup_temp_files | {\"max_age_hours\":24}",
                    "health-check/async                   | health_check       | {}",
                    "log-statistics/async                 | log_statistics     | {}"
                })
        void enqueueATaskAndAnswerAtOnce(String operation, String type, String payload) {
            Answer accepted = caller.post(PATH + operation).has(202);

            assertThat(accepted.json().propertyNames()).containsExactly("task_id", "status", "message");
            assertThat(accepted.word("status")).isEqualTo("queued");
            assertThat(accepted.header("Location")).isEqualTo(PATH + "tasks/" + accepted.taskId());
            Answer task = caller.get("/api/queue/tasks/" + accepted.taskId()).has(200);
            assertThat(task.word("type")).isEqualTo(type);
            assertThat(task.text()).contains("\"payload\":" + payload + ",");
        }
    }

    @Nested
    class ABody {
        @ParameterizedTest
        @ValueSource(strings = {"cleanup-runs", "cleanup-runs/async", "cleanup-temp-files"})
        void isRefusedWithTheNameOfTheParameter(String operation) {
            Answer refused = caller.post(PATH + operation, "{\"max_age_hours\":8000}");

            refused.isProblem(422, "invalid-field");
            assertThat(refused.word("detail")).contains("?max_age_hours=");
            assertThat(caller.get(PATH + "tasks").has(200).text()).isEqualTo("[]");
        }

        @Test
        void isRefusedWhereThereIsNoParameter() {
            caller.post(PATH + "health-check", "garbage").isProblem(422, "invalid-field");
        }
    }

    @Nested
    class Task {
        @Test
        void isShownUnderTheNamesThatTheOriginalGaveItsFields() {
            String location = caller.post(PATH + "cleanup-runs").header("Location");

            Answer task = caller.get(location).has(200);

            assertThat(task.json().propertyNames())
                    .containsExactly("task_id", "status", "result", "error_message", "created_at", "finished_at");
            assertThat(task.word("status")).isEqualTo("queued");
            assertThat(task.word("created_at"))
                    .isEqualTo(server.clock.now().toString().replace("Z", ".000Z"));
            for (String open : List.of("result", "error_message", "finished_at")) {
                assertThat(task.json().required(open).isNull()).as(open).isTrue();
            }
        }

        @Test
        void hasItsResultOnceItHasCompleted() {
            String location = caller.post(PATH + "cleanup-runs").header("Location");

            new Worker(caller).complete("cleanup_runs", "{\"deleted\":3}");

            Answer task = caller.get(location).has(200);
            assertThat(task.word("status")).isEqualTo("completed");
            assertThat(task.json().at("/result/deleted").asInt()).isEqualTo(3);
            assertThat(task.json().required("finished_at").isNull()).isFalse();
        }

        @Test
        void tellsWhyItsAttemptFailed() {
            String location = caller.post(PATH + "health-check").header("Location");
            Worker worker = new Worker(caller);

            worker.says("fail", worker.claim("health_check"), "\"error_message\":\"no disk\"")
                    .has(200);

            assertThat(caller.get(location).word("error_message")).isEqualTo("no disk");
        }

        @Test
        void isKnownByItsTagUntilItChanges() {
            String location = caller.post(PATH + "health-check").header("Location");
            String tag = caller.get(location).header("ETag");

            assertThat(tag).startsWith("W/\"");
            assertThat(caller.get(location, "If-None-Match", tag).has(304).text())
                    .isEmpty();
            new Worker(caller).complete("health_check", "{}");
            caller.get(location, "If-None-Match", tag).has(200);
        }

        @Test
        void isCancelledByADelete() {
            Answer accepted = caller.post(PATH + "health-check");

            Answer cancelled = caller.delete(accepted.header("Location")).has(200);

            assertThat(cancelled.json().propertyNames()).containsExactly("task_id", "status", "message");
            assertThat(cancelled.taskId()).isEqualTo(accepted.taskId());
            assertThat(cancelled.word("status")).isEqualTo("cancelled");
            assertThat(caller.get(accepted.header("Location")).word("status")).isEqualTo("cancelled");
        }

        @Test
        void keepsItsStatusOnceItHasEnded() {
            String location = caller.post(PATH + "health-check").header("Location");
            new Worker(caller).complete("health_check", "{}");

            Answer refused = caller.delete(location).has(200);

            assertThat(refused.word("status")).isEqualTo("completed");
            assertThat(refused.word("message")).contains("cannot cancel");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "99", "0"})
        void isNotFoundWhereItIsOfAnotherTypeOrMissing(String id) {
            caller.enqueued("{\"type\":\"email\"}");

            caller.get(PATH + "tasks/" + id).isProblem(404, "not-found");
            caller.delete(PATH + "tasks/" + id).isProblem(404, "not-found");
            assertThat(caller.get("/api/queue/tasks/1").word("status")).isEqualTo("queued");
        }

        @Test
        void takesOtherMethodsAsLittleAsOtherPathsDo() {
            String location = caller.post(PATH + "health-check").header("Location");

            Answer refused = caller.post(location).isProblem(405, "method-not-allowed");

            assertThat(refused.header("Allow")).contains("GET", "HEAD", "DELETE");
            caller.get(PATH + "tasks/x").blames("task_id");
            caller.get(location + "?wait=1").blames("wait");
        }
    }

    @Nested
    class Tasks {
        @Test
        void areTheLatestOfEachOperationNewestFirst() {
            List<Long> expected = new ArrayList<>();
            for (String operation : List.of(
                    "cleanup-runs", "health-check", "log-statistics", "cleanup-temp-files", "cleanup-runs/async")) {
                expected.add(0, caller.post(PATH + operation).taskId());
                caller.enqueued("{\"type\":\"email\"}");
            }

            assertThat(ids(caller.get(PATH + "tasks"))).isEqualTo(expected);
            assertThat(ids(caller.get(PATH + "tasks?limit=2"))).isEqualTo(expected.subList(0, 2));
        }

        @Test
        void areShownAsEachByItself() {
            String location = caller.post(PATH + "health-check").header("Location");

            assertThat(caller.get(PATH + "tasks").json().get(0))
                    .isEqualTo(caller.get(location).json());
        }

        @ParameterizedTest
        @CsvSource({"limit=0, limit", "limit=1001, limit", "limit=x, limit", "status=queued, status"})
        void refuseWhatTheyDoNotKnow(String query, String parameter) {
            caller.get(PATH + "tasks?" + query).blames(parameter);
        }

        private static List<Long> ids(Answer list) {
            List<Long> ids = new ArrayList<>();
            for (JsonNode task : list.has(200).json()) {
                ids.add(task.required("task_id").asLong());
            }
            return ids;
        }
    }
}
