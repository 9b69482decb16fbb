package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a worker says about one task, and what comes of it. */
@SuppressWarnings("NullAway.Init")
class SettlementTest extends ServerTest {
    private Worker worker;
    private Answer claimed;

    @BeforeEach
    void claim() {
        worker = new Worker(caller);
        caller.enqueued("{\"type\":\"a\",\"max_attempts\":2}");
        claimed = worker.claim("a");
    }

    private Answer says(String action, String fields) {
        return worker.says(action, claimed, fields);
    }

    private JsonNode task() {
        return caller.get("/api/queue/tasks/1").has(200).json();
    }

    private JsonNode log() {
        return caller.get("/api/queue/tasks/1/logs").has(200).json();
    }

    private static String settled(String status, String outcome) {
        return "{\"task_id\":1,\"status\":\"" + status + "\",\"outcome\":\"" + outcome + "\"}";
    }

    @Nested
    class Heartbeat {
        @Test
        void countsTheLeaseAnew() {
            server.clock.advance(Duration.ofSeconds(20));

            assertThat(says("heartbeat", "").has(200).text())
                    .isEqualTo("{\"lease_until_utc\":\"2026-01-01T00:00:50.000Z\",\"directive\":\"continue\"}");
            assertThat(says("heartbeat", "\"lease_seconds\":300").word("lease_until_utc"))
                    .isEqualTo("2026-01-01T00:05:20.000Z");
        }

        @Test
        void neverReachesBeyondTheDeadline() {
            assertThat(says("heartbeat", "\"lease_seconds\":86400").word("lease_until_utc"))
                    .isEqualTo(claimed.word("attempt_deadline_utc"));
        }

        @Test
        void showsReadersHowFarTheWorkIs() {
            says("heartbeat", "\"progress\":{\"percent\":40,\"message\":\"second pass\"}")
                    .has(200);
            assertThat(task().required("progress").toString())
                    .isEqualTo("{\"percent\":40,\"message\":\"second pass\"}");

            says("heartbeat", "").has(200);
            assertThat(task().required("progress").required("percent").asInt()).isEqualTo(40);

            says("heartbeat", "\"progress\":{\"percent\":100}").has(200);
            assertThat(task().required("progress").toString()).isEqualTo("{\"percent\":100,\"message\":\"\"}");
        }

        @Test
        void addsToTheLog() {
            server.clock.advance(Duration.ofSeconds(1));

            says(
                            "heartbeat",
                            "\"log\":[{\"level\":\"info\",\"message\":\"begun\"},{\"level\":\"warn\",\"message\":\"hot\"}]")
                    .has(200);

            assertThat(log().toString())
                    .isEqualTo("[{\"log_id\":1,\"at_utc\":\"2026-01-01T00:00:01.000Z\",\"level\":\"info\","
                            + "\"message\":\"begun\",\"details\":null},"
                            + "{\"log_id\":2,\"at_utc\":\"2026-01-01T00:00:01.000Z\",\"level\":\"warn\","
                            + "\"message\":\"hot\",\"details\":null}]");
        }

        @Test
        void takesAThousandLinesAndCutsTheLongestMessages() {
            String line = "{\"level\":\"debug\",\"message\":\"" + "y".repeat(1000) + "\"}";

            says("heartbeat", "\"log\":[" + String.join(",", Collections.nCopies(1000, line)) + "]")
                    .has(200);
            says("heartbeat", "\"log\":[{\"level\":\"debug\",\"message\":\"" + "\u00e9".repeat(10_000) + "\"}]")
                    .has(200);

            assertThat(caller.get("/api/queue/tasks/1/logs?after=1000")
                            .json()
                            .get(0)
                            .required("message")
                            .asString())
                    .hasSize(4096);
        }

        @Test
        void ofACancelledTaskIsToldToStop() {
            caller.post("/api/queue/tasks/1/cancel").has(200);

            Answer answer = says("heartbeat", "\"log\":[{\"level\":\"info\",\"message\":\"too late\"}]");

            assertThat(answer.has(200).text()).isEqualTo("{\"lease_until_utc\":null,\"directive\":\"cancel\"}");
            assertThat(log()).isEmpty();
            assertThat(task().required("status").asString()).isEqualTo("cancelled");
        }

        @Test
        void extendsTheLeaseWhileTheServerDrainsAndSaysSo() {
            server.http.drain();
            server.clock.advance(Duration.ofSeconds(20));

            assertThat(says("heartbeat", "").has(200).text())
                    .isEqualTo("{\"lease_until_utc\":\"2026-01-01T00:00:50.000Z\",\"directive\":\"drain\"}");
        }
    }

    @Nested
    class Complete {
        @ParameterizedTest
        @ValueSource(strings = {"{\"x\": [1, 2.50]}", "5", "\"text\"", "[]", "false"})
        void keepsTheResultVerbatim(String result) {
            Answer answer = says("complete", "\"result\":" + result).has(200);

            assertThat(answer.text()).isEqualTo(settled("completed", "completed"));
            assertThat(caller.get("/api/queue/tasks/1").text()).contains("\"result\":" + result + ",");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\"result\":null"})
        void needsNoResult(String result) {
            says("complete", result).has(200);

            assertThat(task().required("result").isNull()).isTrue();
        }

        @Test
        void takesAResultOfOneMebibyteAndNoMore() {
            says("complete", "\"result\":\"" + "y".repeat((1 << 20) - 1) + "\"").blames("result");
            says("complete", "\"result\":\"" + "y".repeat(1 << 21) + "\"").isProblem(413, "body-too-large");
            says("complete", "\"result\":\"" + "y".repeat((1 << 20) - 2) + "\"").has(200);
        }
    }

    @Nested
    class Fail {
        @Test
        void sendsTheTaskIntoItsBackoff() {
            assertThat(says("fail", "\"error_message\":\"no room\"").has(200).text())
                    .isEqualTo(settled("scheduled", "failed"));
            assertThat(task().required("error_message").asString()).isEqualTo("no room");
            assertThat(task().required("failure_kind").asString()).isEqualTo("error");
            assertThat(log()).isEmpty();
        }

        @Test
        void namesItsOwnDelay() {
            says("fail", "\"error_message\":\"no room\",\"retry_after_seconds\":31536000")
                    .has(200);

            assertThat(task().required("run_after_utc").asString()).isEqualTo("2027-01-01T00:00:00.000Z");
        }

        @Test
        void mayRuleOutARetry() {
            assertThat(says("fail", "\"error_message\":\"no such file\",\"retryable\":false")
                            .has(200)
                            .text())
                    .isEqualTo(settled("failed", "rejected"));
            assertThat(task().required("failure_kind").asString()).isEqualTo("rejected");
        }

        @Test
        void atTheLastAttemptFailsTheTask() {
            says("fail", "\"error_message\":\"once\",\"retry_after_seconds\":0").has(200);
            server.upkeep.promoteDue().toCompletableFuture().join();
            claimed = worker.claim("a");

            assertThat(says("fail", "\"error_message\":\"twice\",\"retryable\":true")
                            .has(200)
                            .text())
                    .isEqualTo(settled("failed", "failed"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"code\":  7, \"trace\": [1.50]}", "\"text\"", "[]", "0", "false"})
        void keepsTheDetailsVerbatimInTheLog(String details) {
            says("fail", "\"error_message\":\"no room\",\"error_details\":" + details)
                    .has(200);

            assertThat(caller.get("/api/queue/tasks/1/logs").text())
                    .isEqualTo("[{\"log_id\":1,\"at_utc\":\"2026-01-01T00:00:00.000Z\",\"level\":\"error\","
                            + "\"message\":\"no room\",\"details\":" + details + "}]");
        }

        @Test
        void takesDetailsOfSixtyFourKibibytesAndNoMore() {
            String fields = "\"error_message\":\"x\",\"error_details\":";

            says("fail", fields + "\"" + "y".repeat((64 << 10) - 1) + "\"").blames("error_details");
            says("fail", fields + "\"" + "y".repeat((64 << 10) - 2) + "\"").has(200);
        }

        @Test
        void cutsALongMessage() {
            says("fail", "\"error_message\":\"" + "y".repeat(1 << 20) + "\"").has(200);

            assertThat(task().required("error_message").asString()).hasSize(10_000);
        }
    }

    @Nested
    class Release {
        @Test
        void givesTheAttemptBack() {
            assertThat(says("release", "").has(200).text()).isEqualTo(settled("queued", "released"));
            assertThat(task().required("attempts").asInt()).isZero();
        }

        @Test
        void mayKeepTheTaskAwayForAWhile() {
            assertThat(says("release", "\"delay_seconds\":60").has(200).text())
                    .isEqualTo(settled("scheduled", "released"));
            assertThat(task().required("run_after_utc").asString()).isEqualTo("2026-01-01T00:01:00.000Z");
        }
    }

    @Nested
    class SayingItAgain {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "complete | 'result':1",
                    "fail     | 'error_message':'x'",
                    "fail     | 'error_message':'x','retryable':false",
                    "release  |"
                })
        void getsTheRecordedAnswer(String action, String fields) {
            String said = fields == null ? "" : fields.replace('\'', '"');
            Answer first = says(action, said).has(200);

            assertThat(says(action, said).has(200).text()).isEqualTo(first.text());
        }

        @Test
        void changesNothing() {
            says("complete", "\"result\":1").has(200);
            String before = caller.get("/api/queue/tasks/1").text();

            says("complete", "\"result\":2").has(200);

            assertThat(caller.get("/api/queue/tasks/1").text()).isEqualTo(before);
        }

        @Test
        void getsTheRecordedAnswerWhenTheTaskHasMovedOn() {
            Answer first = says("release", "").has(200);
            worker.complete("a", "1");

            assertThat(says("release", "").has(200).text()).isEqualTo(first.text());
        }
    }

    @Nested
    class WithoutTheLease {
        private static final String FIELDS = "\"error_message\":\"x\"";

        private static String fields(String action) {
            return action.equals("fail") ? FIELDS : "";
        }

        @ParameterizedTest
        @ValueSource(strings = {"heartbeat", "complete", "fail", "release"})
        void nothingIsChanged(String action) {
            String before = caller.get("/api/queue/tasks/1").text();

            worker.says(action, 1, "0".repeat(32), fields(action)).isProblem(409, "lease-lost");

            assertThat(caller.get("/api/queue/tasks/1").text()).isEqualTo(before);
            assertThat(log()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"heartbeat", "complete", "fail", "release"})
        void thereMayBeNoTaskEither(String action) {
            worker.says(action, 99, "0".repeat(32), fields(action)).isProblem(404, "not-found");
        }

        @ParameterizedTest
        @ValueSource(strings = {"complete", "fail", "release"})
        void aCancelledTaskStaysSo(String action) {
            caller.post("/api/queue/tasks/1/cancel").has(200);

            says(action, fields(action)).isProblem(409, "lease-lost");

            assertThat(task().required("status").asString()).isEqualTo("cancelled");
        }

        @ParameterizedTest
        @CsvSource({
            "complete, fail", "complete, release", "complete, heartbeat",
            "fail, complete", "fail, release", "fail, heartbeat",
            "release, complete", "release, fail", "release, heartbeat"
        })
        void anotherWordComesTooLate(String first, String second) {
            says(first, fields(first)).has(200);
            String before = caller.get("/api/queue/tasks/1").text();

            says(second, fields(second)).isProblem(409, "lease-lost");

            assertThat(caller.get("/api/queue/tasks/1").text()).isEqualTo(before);
        }

        @Test
        void theNextHolderGoesOnUnharmed() {
            server.clock.advance(Duration.ofSeconds(31));
            server.upkeep
                    .endLeases(server.clock.now().minusSeconds(60))
                    .toCompletableFuture()
                    .join();
            Answer next = new Worker(caller, "next").claim("a");

            says("complete", "\"result\":1").isProblem(409, "lease-lost");
            says("heartbeat", "").isProblem(409, "lease-lost");

            worker.says("complete", next, "\"result\":2").has(200);
            assertThat(task().required("result").asInt()).isEqualTo(2);
        }
    }

    @Nested
    class Malformed {
        private static final String TOKEN = "'lease_token':'0123456789abcdef0123456789abcdef'";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "complete  | {}                                           | lease_token",
                    "complete  | {'lease_token':'x'}                          | lease_token",
                    "complete  | {'lease_token':5}                            | lease_token",
                    "complete  | {'lease_token':'0123456789ABCDEF0123456789ABCDEF'} | lease_token",
                    "complete  | {T,'result':'\\u0000'}                       | result",
                    "complete  | {T,'outcome':'x'}                            | outcome",
                    "complete  | {T,'error_message':'x'}                      | error_message",
                    "fail      | {T}                                          | error_message",
                    "fail      | {T,'error_message':null}                     | error_message",
                    "fail      | {T,'error_message':5}                        | error_message",
                    "fail      | {T,'error_message':'x','retryable':'no'}     | retryable",
                    "fail      | {T,'error_message':'x','retryable':0}        | retryable",
                    "fail      | {T,'error_message':'x','retry_after_seconds':-1}        | retry_after_seconds",
                    "fail      | {T,'error_message':'x','retry_after_seconds':31536001}  | retry_after_seconds",
                    "fail      | {T,'error_message':'x','retry_after_seconds':1.5}       | retry_after_seconds",
                    "fail      | {T,'error_message':'x','delay_seconds':1}    | delay_seconds",
                    "release   | {}                                           | lease_token",
                    "release   | {T,'delay_seconds':-1}                       | delay_seconds",
                    "release   | {T,'delay_seconds':31536001}                 | delay_seconds",
                    "release   | {T,'result':1}                               | result",
                    "heartbeat | {}                                           | lease_token",
                    "heartbeat | {T,'lease_seconds':0}                        | lease_seconds",
                    "heartbeat | {T,'lease_seconds':86401}                    | lease_seconds",
                    "heartbeat | {T,'progress':5}                             | progress",
                    "heartbeat | {T,'progress':{}}                            | progress.percent",
                    "heartbeat | {T,'progress':{'percent':-1}}                | progress.percent",
                    "heartbeat | {T,'progress':{'percent':101}}               | progress.percent",
                    "heartbeat | {T,'progress':{'percent':1.5}}               | progress.percent",
                    "heartbeat | {T,'progress':{'percent':1,'eta':2}}         | progress.eta",
                    "heartbeat | {T,'log':{}}                                 | log",
                    "heartbeat | {T,'log':[null]}                             | log[0]",
                    "heartbeat | {T,'log':[{'level':'info'}]}                 | log[0].message",
                    "heartbeat | {T,'log':[{'message':'x'}]}                  | log[0].level",
                    "heartbeat | {T,'log':[{'level':'INFO','message':'x'}]}   | log[0].level",
                    "heartbeat | {T,'log':[{'level':'info','message':'x','at':1}]}       | log[0].at"
                })
        void isRefusedByName(String action, String body, String field) {
            caller.post("/api/queue/tasks/1/" + action, body.replace("T", TOKEN).replace('\'', '"'))
                    .blames(field);
        }

        @Test
        void namesTheWordsThatItTakes() {
            assertThat(says("heartbeat", "\"log\":[{\"level\":\"fatal\",\"message\":\"x\"}]")
                            .blames("log[0].level")
                            .word("detail"))
                    .isEqualTo("log[0].level must be one of debug, info, warn, error");
        }

        @Test
        void hasNoMoreThanAThousandLines() {
            String line = "{\"level\":\"info\",\"message\":\"x\"}";

            says("heartbeat", "\"log\":[" + String.join(",", Collections.nCopies(1001, line)) + "]")
                    .blames("log");
        }
    }
}
