package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EnqueueTest extends ServerTest {
    @Nested
    class OneTask {
        @Test
        void isThereToBeRead() {
            Answer created =
                    caller.enqueue("{\"type\": \"video\", \"priority\": 50}").has(201);

            assertThat(created.json().propertyNames())
                    .containsExactly("task_id", "status", "created_at_utc", "message");
            assertThat(created.word("status")).isEqualTo("queued");
            assertThat(created.word("message")).isEqualTo("Task enqueued successfully");
            assertThat(created.word("created_at_utc")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(created.header("Location")).isEqualTo("/api/queue/tasks/" + created.taskId());
            JsonNode task = caller.get(created.header("Location")).has(200).json();
            assertThat(task.required("type").asString()).isEqualTo("video");
            assertThat(task.required("priority").asInt()).isEqualTo(50);
        }

        @Test
        void showsEveryFieldInItsOrderWithNullsForNoValue() {
            Answer task = caller.get("/api/queue/tasks/" + caller.enqueued("{\"type\":\"a\"}"));

            assertThat(task.text())
                    .matches("\\{\"task_id\":\\d+,\"type\":\"a\",\"status\":\"queued\",\"priority\":100,\"attempts\":0,"
                            + "\"max_attempts\":5,\"payload\":\\{},\"compatibility\":\\{},\"result\":null,\"progress\":null,"
                            + "\"error_message\":null,\"failure_kind\":null,\"idempotency_key\":null,"
                            + "\"created_at_utc\":\"[^\"]+Z\",\"run_after_utc\":\"[^\"]+Z\",\"processing_started_utc\":null,"
                            + "\"finished_at_utc\":null,\"lease_until_utc\":null,\"attempt_deadline_utc\":null,"
                            + "\"locked_by\":null}");
        }

        @Test
        void takesNullsForWhatIsOptional() {
            caller.enqueue(
                            "{\"type\":\"a\",\"priority\":null,\"payload\":null,\"compatibility\":null,"
                                    + "\"max_attempts\":null,\"run_after_utc\":null,\"ttl_seconds\":null,\"idempotency_key\":null}")
                    .has(201);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{ \"b\" : 1.50 , \"a\":[ ] }",
                    "{\"n\":12345678901234567890123456789.000000000000001}",
                    "{\"s\":\"\\u00e9\\ud83d\\ude00\\/\"}",
                    "{\"s\":\"\u017elu\u0165ou\u010dk\u00fd \ud83d\ude00\"}",
                    "{}",
                    "{\"n\":1e9999}"
                })
        void keepsItsPayloadVerbatim(String payload) {
            long id = caller.enqueued("{\"payload\":" + payload + " ,\"type\":\"a\"}");

            assertThat(caller.get("/api/queue/tasks/" + id).text()).contains("\"payload\":" + payload + ",");
        }

        @Test
        void keepsADeepPayloadALongNumberAndManyKeys() {
            String deep = "{\"x\":".repeat(500) + "1" + "}".repeat(500);
            String number = "{\"n\":" + "7".repeat(500_000) + "}";
            StringBuilder keys = new StringBuilder("{\"-\":0");
            for (int key = 0; key < 80_000; key++) {
                keys.append(",\"").append(Integer.toString(key, 36)).append("\":0");
            }

            for (String payload : new String[] {deep, number, keys.append("}").toString()}) {
                long id = caller.enqueued("{\"type\":\"a\",\"payload\":" + payload + "}");
                assertThat(caller.get("/api/queue/tasks/" + id).text()).contains(payload);
            }
        }

        @Test
        void showsItsCompatibilityInOneForm() {
            long id = caller.enqueued(
                    "{\"type\":\"a\",\"compatibility\":{ \"b\": {\"y\":1e2,\"x\":1.0}, \"a\":\"\\u0041\\n\" }}");

            assertThat(caller.get("/api/queue/tasks/" + id).text())
                    .contains("\"compatibility\":{\"a\":\"A\\u000a\",\"b\":{\"x\":1,\"y\":100}}");
        }

        @Test
        void isScheduledForTheTimeItNames() {
            String time = "2099-12-31T23:59:59.5+02:00";

            Answer created = caller.enqueue("{\"type\":\"a\",\"run_after_utc\":\"" + time + "\"}")
                    .has(201);

            assertThat(created.word("status")).isEqualTo("scheduled");
            assertThat(caller.get(created.header("Location")).word("run_after_utc"))
                    .isEqualTo("2099-12-31T21:59:59.500Z");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1970-01-01T00:00:00Z", "0000-01-01T00:00:00+10:00", "2001-02-03t04:05:06.789z"})
        void isQueuedWhenItsTimeHasCome(String time) {
            assertThat(caller.enqueue("{\"type\":\"a\",\"run_after_utc\":\"" + time + "\"}")
                            .has(201)
                            .word("status"))
                    .isEqualTo("queued");
        }

        @Test
        void mayWaitUntilTheEndOfTime() {
            caller.enqueue("{\"type\":\"a\",\"run_after_utc\":\"9999-12-31T23:59:59.999999999Z\"}")
                    .has(201);
        }

        @Test
        void takesABodyWithItsCharset() {
            caller.send(caller.request("/api/queue/enqueue")
                            .header("Content-Type", "Application/JSON; Charset=\"UTF-8\"")
                            .POST(BodyPublishers.ofString("{\"type\":\"a\"}"))
                            .build())
                    .has(201);
        }
    }

    @Nested
    class AnIdempotencyKey {
        private static final String REQUEST =
                "{\"type\":\"a\",\"payload\":{\"x\":1,\"y\":[1.0]},\"run_after_utc\":\"2099-01-01T00:00:00Z\",\"idempotency_key\":\"k\"}";

        @Test
        void givesTheFirstTaskBackToARepeatedRequest() {
            Answer first = caller.enqueue(REQUEST).has(201);
            Answer again = caller.enqueue(REQUEST).has(201);

            assertThat(first.header("Idempotent-Replayed")).isEmpty();
            assertThat(again.taskId()).isEqualTo(first.taskId());
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.word("message")).contains("already exists");
            assertThat(caller.totalTasks()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{ \"run_after_utc\":\"2099-01-01T00:00:00Z\", \"payload\":{\"y\":[1],\"x\":1.0},  \"type\":\"a\" , \"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"payload\":{\"x\":1,\"y\":[1.0]},\"run_after_utc\":\"2099-01-01T02:00:00+02:00\",\"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"payload\":{\"x\":1,\"y\":[1.0]},\"run_after_utc\":\"2099-01-01T00:00:00Z\",\"idempotency_key\":\"k\",\"priority\":null}"
                })
        void doesNotMindTheSpelling(String same) {
            long first = caller.enqueued(REQUEST);

            assertThat(caller.enqueued(same)).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"type\":\"b\",\"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"payload\":{},\"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"priority\":100,\"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"max_attempts\":5,\"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"ttl_seconds\":5,\"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"compatibility\":{\"x\":1},\"idempotency_key\":\"k\"}",
                    "{\"type\":\"a\",\"run_after_utc\":\"2099-01-01T00:00:00Z\",\"idempotency_key\":\"k\"}"
                })
        void refusesADifferentRequest(String different) {
            caller.enqueued("{\"type\":\"a\",\"idempotency_key\":\"k\"}");

            caller.enqueue(different).isProblem(409, "idempotency-key-reused");
            assertThat(caller.totalTasks()).isEqualTo(1);
        }

        @Test
        void meansTheSameAsAHeader() {
            long field = caller.enqueued("{\"type\":\"a\",\"idempotency_key\":\"k\"}");

            assertThat(caller.enqueue("{\"type\":\"a\"}", "Idempotency-Key", "k")
                            .has(201)
                            .taskId())
                    .isEqualTo(field);
            assertThat(caller.enqueue("{\"type\":\"a\",\"idempotency_key\":\"k\"}", "Idempotency-Key", "k")
                            .has(201)
                            .taskId())
                    .isEqualTo(field);
            assertThat(caller.get("/api/queue/tasks/" + field).word("idempotency_key"))
                    .isEqualTo("k");
        }
    }

    @Nested
    class ABatch {
        @Test
        void isAnsweredInItsOrder() {
            Answer batch = caller.post(
                            "/api/queue/enqueue/batch",
                            "{\"tasks\":[{\"type\":\"a\",\"idempotency_key\":\"k\"},{\"type\":\"b\",\"run_after_utc\":\"2099-01-01T00:00:00Z\"},"
                                    + "{\"type\":\"a\",\"idempotency_key\":\"k\"}]}")
                    .has(201);

            JsonNode tasks = batch.json().required("tasks");
            assertThat(tasks.findValuesAsString("status")).containsExactly("queued", "scheduled", "queued");
            assertThat(tasks.get(2).required("task_id")).isEqualTo(tasks.get(0).required("task_id"));
            assertThat(tasks.get(2).required("message").asString()).contains("already exists");
            assertThat(caller.totalTasks()).isEqualTo(2);
        }

        @Test
        void isRefusedAsAWholeForOneReusedKey() {
            Answer refused = caller.post(
                            "/api/queue/enqueue/batch",
                            "{\"tasks\":[{\"type\":\"a\",\"idempotency_key\":\"k\"},{\"type\":\"b\",\"idempotency_key\":\"k\"}]}")
                    .isProblem(409, "idempotency-key-reused");

            assertThat(refused.text()).contains("tasks[1].idempotency_key");
            assertThat(caller.totalTasks()).isZero();
        }

        @Test
        void mayHoldAThousandTasks() {
            String tasks = "{\"type\":\"a\"},".repeat(999) + "{\"type\":\"a\"}";

            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + tasks + "]}")
                    .has(201);

            assertThat(caller.totalTasks()).isEqualTo(1000);
        }

        @Test
        void mayHoldAPayloadOfOneMebibyte() {
            String payload = "{\"x\":\"" + "y".repeat((1 << 20) - 8) + "\"}";

            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[{\"type\":\"a\",\"payload\":" + payload + "}]}")
                    .has(201);
        }
    }

    @Nested
    class TimeToLive {
        @Test
        void startsWithTheTask() {
            long id = caller.enqueued("{\"type\":\"a\",\"ttl_seconds\":60}");
            server.clock.advance(Duration.ofSeconds(60));

            assertThat(server.upkeep.expireUnclaimed().toCompletableFuture().join())
                    .isEqualTo(1);
            assertThat(caller.get("/api/queue/tasks/" + id).word("failure_kind"))
                    .isEqualTo("expired");
        }
    }
}
