package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class WorkerApiTest extends ServerTest {
    private Worker worker;

    @BeforeEach
    void hire() {
        worker = new Worker(caller);
    }

    @Nested
    class Claims {
        @Test
        void areEmptyWhereThereIsNothing() {
            assertThat(worker.claims("\"types\":[\"a\"]").has(200).text()).isEqualTo("{\"tasks\":[]}");
        }

        @Test
        void bringTasksWithTheirTokensBesideTheirFields() {
            long id = caller.enqueued("{\"type\":\"a\",\"payload\":{\"x\":1}}");

            Answer claimed = worker.claim("a");

            assertThat(claimed.taskId()).isEqualTo(id);
            assertThat(claimed.word("status")).isEqualTo("processing");
            assertThat(claimed.word("lease_token")).matches("[0-9a-f]{32}");
            assertThat(claimed.json().required("attempts").asInt()).isEqualTo(1);
            assertThat(claimed.word("lease_until_utc"))
                    .startsWith(server.clock.now().plusSeconds(30).toString().substring(0, 19));
        }

        @Test
        void bringNoMoreThanAskedForOneWhereNothingIsSaid() {
            for (int n = 0; n < 5; n++) {
                caller.enqueued("{\"type\":\"a\"}");
            }

            assertThat(worker.claims("\"types\":[\"a\"]").json().required("tasks"))
                    .hasSize(1);
            assertThat(worker.claims(
                                    "\"types\":[\"a\"],\"max_tasks\":3,\"strategy\":\"priority\",\"lease_seconds\":86400")
                            .json()
                            .required("tasks"))
                    .hasSize(3);
            assertThat(worker.claims("\"types\":[\"a\"],\"max_tasks\":100")
                            .json()
                            .required("tasks"))
                    .hasSize(1);
        }

        @Test
        void stopAtFourMebibytesAndLeaveTheRestQueued() {
            String task = "{\"type\":\"a\",\"payload\":{\"x\":\"" + "y".repeat(1_000_000) + "\"}}";
            for (int n = 0; n < 7; n++) {
                caller.enqueued(task);
            }

            JsonNode tasks =
                    worker.claims("\"types\":[\"a\"],\"max_tasks\":100").json().required("tasks");

            assertThat(tasks).hasSize(5);
            assertThat(caller.get("/api/queue/stats")
                            .json()
                            .required("queued_tasks")
                            .asInt())
                    .isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'region':'eu'}                | {'region':'eu'}               | 1",
                    "{'region':'eu'}                | {'region':['us','eu']}        | 1",
                    "{'region':['us','eu']}         | {'region':['us', 'eu']}       | 1",
                    "{'n':1}                        | {'n':1.0}                     | 1",
                    "{'o':{'a':1,'b':2}}            | {'o':{'b':2,'a':1},'p':5}     | 1",
                    "{'r':'\\u0065u'}               | {'r':'eu'}                    | 1",
                    "{}                             | {}                            | 1",
                    "{'region':'eu'}                | {'region':'us'}               | 0",
                    "{'region':'eu','gpu':true}     | {'region':'eu'}               | 0",
                    "{'n':1}                        | {'n':'1'}                     | 0",
                    "{'n':null}                     | {}                            | 0",
                    "{'region':['us','eu']}         | {'region':'us'}               | 0"
                })
        void goToWorkersThatMeetWhatTheTaskRequires(String compatibility, String capabilities, int expected) {
            caller.enqueued("{\"type\":\"a\",\"compatibility\":" + compatibility.replace('\'', '"') + "}");

            assertThat(worker.claims("\"types\":[\"a\"],\"capabilities\":" + capabilities.replace('\'', '"'))
                            .has(200)
                            .json()
                            .required("tasks"))
                    .hasSize(expected);
        }
    }

    @Nested
    class Complete {
        @ParameterizedTest
        @ValueSource(strings = {"{\"x\": [1, 2.50]}", "5", "\"text\"", "[]", "false"})
        void keepsTheResultVerbatim(String result) {
            caller.enqueued("{\"type\":\"a\"}");
            Answer claimed = worker.claim("a");

            Answer settled = worker.complete(claimed.taskId(), claimed.word("lease_token"), result)
                    .has(200);

            assertThat(settled.text())
                    .isEqualTo("{\"task_id\":" + claimed.taskId()
                            + ",\"status\":\"completed\",\"outcome\":\"completed\"}");
            assertThat(caller.get("/api/queue/tasks/" + claimed.taskId()).text())
                    .contains("\"result\":" + result + ",");
        }

        @Test
        void needsNoResult() {
            caller.enqueued("{\"type\":\"a\"}");
            long id = worker.complete("a", "null");

            assertThat(caller.get("/api/queue/tasks/" + id)
                            .json()
                            .required("result")
                            .isNull())
                    .isTrue();
        }

        @Test
        void takesAResultOfOneMebibyteAndNoMore() {
            caller.enqueued("{\"type\":\"a\"}");
            Answer claimed = worker.claim("a");
            String token = claimed.word("lease_token");

            worker.complete(claimed.taskId(), token, "\"" + "y".repeat((1 << 20) - 1) + "\"")
                    .blames("result");
            worker.complete(claimed.taskId(), token, "\"" + "y".repeat(1 << 21) + "\"")
                    .isProblem(413, "body-too-large");
            worker.complete(claimed.taskId(), token, "\"" + "y".repeat((1 << 20) - 2) + "\"")
                    .has(200);
        }

        @Test
        void isRefusedWithoutTheLease() {
            caller.enqueued("{\"type\":\"a\"}");
            Answer claimed = worker.claim("a");

            worker.complete(claimed.taskId(), "0".repeat(32), "1").isProblem(409, "lease-lost");
            worker.complete(99, "0".repeat(32), "1").isProblem(404, "not-found");
            assertThat(caller.get("/api/queue/tasks/" + claimed.taskId()).word("status"))
                    .isEqualTo("processing");
        }

        @Test
        void isRefusedOnceTheTaskWasCancelled() {
            caller.enqueued("{\"type\":\"a\"}");
            Answer claimed = worker.claim("a");
            caller.post("/api/queue/tasks/" + claimed.taskId() + "/cancel").has(200);

            worker.complete(claimed.taskId(), claimed.word("lease_token"), "1").isProblem(409, "lease-lost");
        }
    }
}
