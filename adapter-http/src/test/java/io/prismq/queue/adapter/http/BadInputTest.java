package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the caller is told what, and nothing is stored. */
class BadInputTest extends ServerTest {
    private static final int MIB = 1 << 20;

    @AfterEach
    void nothingIsStored() {
        assertThat(caller.totalTasks()).isZero();
    }

    @Nested
    class Bodies {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "{\"type\":}",
                    "{\"type\":\"a\"",
                    "{\"type\":\"a\",}",
                    "{type:\"a\"}",
                    "{'type':'a'}",
                    "{\"type\":\"a\"} {}",
                    "{\"type\":\"a\"} x",
                    "{\"type\":\"a\",\"type\":\"b\"}",
                    "{\"type\":\"a\",\"payload\":{\"x\":1,\"x\":2}}",
                    "{\"type\":\"a\",\"payload\":{\"x\":[{\"y\":1,\"y\":2}]}}",
                    "{\"type\":\"a\",\"payload\":{\"x\":NaN}}",
                    "{\"type\":\"a\",\"payload\":{\"x\":01}}",
                    "{\"type\":\"a\",\"payload\":{\"x\":\"\t\"}}",
                    "{\"type\":\"a\",\"payload\":{\"x\":\"\\x\"}}",
                    "// comment\n{\"type\":\"a\"}",
                    "nul"
                })
        void thatAreNotOneJsonValueAreMalformed(String body) {
            caller.enqueue(body).isProblem(400, "malformed-json");
        }

        @Test
        void thatBreakOffAreNoMistakeOfTheServer() {
            String request = String.join(
                    "\r\n",
                    "POST /api/queue/enqueue HTTP/1.1",
                    "Host: localhost",
                    "Connection: close",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "",
                    "no length",
                    "{");

            caller.raw(request, StandardCharsets.US_ASCII).isProblem(400, "bad-request");
        }

        @Test
        void thatAreNotUtf8AreMalformed() {
            byte[] latin1 = "{\"type\":\"a\",\"payload\":{\"x\":\"\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1);

            caller.post("/api/queue/enqueue", BodyPublishers.ofByteArray(latin1))
                    .isProblem(400, "malformed-json");
        }

        @Test
        void withASurrogateEncodedInUtf8AreMalformed() {
            byte[] body = "{\"type\":\"a\",\"payload\":{\"x\":\"???\"}}".getBytes(StandardCharsets.UTF_8);
            int at = new String(body, StandardCharsets.UTF_8).indexOf('?');
            body[at] = (byte) 0xED;
            body[at + 1] = (byte) 0xA0;
            body[at + 2] = (byte) 0x80;

            caller.post("/api/queue/enqueue", BodyPublishers.ofByteArray(body)).isProblem(400, "malformed-json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "\"a\"", "5", "true", "\"\""})
        void thatAreNotObjectsAreRefusedAsAWhole(String body) {
            caller.enqueue(body).blames("body");
        }

        /** To make such a number takes time by the square of its digits: minutes, for these. */
        @ParameterizedTest
        @ValueSource(
                strings = {"%s", "{\"tasks\":%s}", "{\"tasks\":[%s]}", "{\"tasks\":[{\"type\":\"a\",\"priority\":%s}]}"
                })
        @Timeout(20)
        void withMillionsOfDigitsAreRefusedAtOnce(String body) {
            caller.post("/api/queue/enqueue/batch", BodyPublishers.ofString(body.formatted("7".repeat(8 * MIB))))
                    .isProblem(422, "invalid-field");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/xml",
                    "application/json; charset=iso-8859-1",
                    "application/json; charset=\"",
                    "json"
                })
        void ofAnotherTypeAreUnsupported(String type) {
            caller.send(caller.request("/api/queue/enqueue")
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("{\"type\":\"a\"}"))
                            .build())
                    .isProblem(415, "unsupported-media-type");
        }

        @Test
        void thatAreEncodedAreUnsupported() {
            caller.post("/api/queue/enqueue", "{\"type\":\"a\"}", "Content-Encoding", "gzip")
                    .isProblem(415, "unsupported-media-type");
        }

        @Test
        void withoutATypeAreUnsupported() {
            caller.send(caller.request("/api/queue/enqueue")
                            .POST(BodyPublishers.ofString("{\"type\":\"a\"}"))
                            .build())
                    .isProblem(415, "unsupported-media-type");
        }

        @Test
        void withAPayloadOfMoreThanOneMebibyteAreTooLarge() {
            caller.enqueue(withPayloadOf(MIB + 1)).isProblem(413, "body-too-large");
        }

        @Test
        void thatAreTooLargeAreRefusedInChunksToo() {
            byte[] body = withPayloadOf(3 * MIB).getBytes(StandardCharsets.UTF_8);

            caller.post("/api/queue/enqueue", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .isProblem(413, "body-too-large");
        }

        @Test
        void ofABatchMayBeLargerButNotItsPayloads() {
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + withPayloadOf(MIB + 1) + "]}")
                    .blames("tasks[0].payload");
        }

        @Test
        void ofABatchHaveABoundToo() {
            String tasks = (withPayloadOf(MIB) + ",").repeat(17);

            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + tasks + "{}]}")
                    .isProblem(413, "body-too-large");
        }

        @Test
        void ofAClaimAreSmall() {
            String padding = " ".repeat(192 << 10);

            caller.post("/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"a\"]}" + padding)
                    .isProblem(413, "body-too-large");
        }

        private static String withPayloadOf(int bytes) {
            String frame = "{\"x\":\"\"}";
            return "{\"type\":\"a\",\"payload\":{\"x\":\"" + "y".repeat(bytes - frame.length()) + "\"}}";
        }
    }

    @Nested
    class Fields {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}                                           | type",
                    "{'type':null}                                | type",
                    "{'type':''}                                  | type",
                    "{'type':5}                                   | type",
                    "{'type':true}                                | type",
                    "{'type':['a']}                               | type",
                    "{'type':'a b'}                               | type",
                    "{'type':'a/b'}                               | type",
                    "{'type':'a','priority':0}                    | priority",
                    "{'type':'a','priority':1001}                 | priority",
                    "{'type':'a','priority':-1}                   | priority",
                    "{'type':'a','priority':'5'}                  | priority",
                    "{'type':'a','priority':''}                   | priority",
                    "{'type':'a','priority':1.5}                  | priority",
                    "{'type':'a','priority':''}                   | priority",
                    "{'type':'a','priority':' '}                  | priority",
                    "{'type':'a','ttl_seconds':'\\t'}             | ttl_seconds",
                    "{'type':'a','priority':5.0}                  | priority",
                    "{'type':'a','priority':true}                 | priority",
                    "{'type':'a','priority':[5]}                  | priority",
                    "{'type':'a','priority':{}}                   | priority",
                    "{'type':'a','priority':2147483648}           | priority",
                    "{'type':'a','priority':9223372036854775808}  | priority",
                    "{'type':'a','priority':1e400}                | priority",
                    "{'type':'a','max_attempts':0}                | max_attempts",
                    "{'type':'a','max_attempts':101}              | max_attempts",
                    "{'type':'a','ttl_seconds':0}                 | ttl_seconds",
                    "{'type':'a','ttl_seconds':99999999999}       | ttl_seconds",
                    "{'type':'a','payload':[]}                    | payload",
                    "{'type':'a','payload':'{}'}                  | payload",
                    "{'type':'a','payload':5}                     | payload",
                    "{'type':'a','payload':true}                  | payload",
                    "{'type':'a','compatibility':[]}              | compatibility",
                    "{'type':'a','compatibility':'x'}             | compatibility",
                    "{'type':'a','idempotency_key':''}            | idempotency_key",
                    "{'type':'a','idempotency_key':5}             | idempotency_key",
                    "{'type':'a','idempotency_key':'a\\tb'}       | idempotency_key",
                    "{'type':'a','idempotency_key':'a\\u0085b'}   | idempotency_key",
                    "{'type':'a','colour':'red'}                  | colour",
                    "{'type':'a','Type':'b'}                      | Type",
                    "{'type':'a','maxAttempts':5}                 | maxAttempts"
                })
        void areRefusedByName(String body, String field) {
            caller.enqueue(body.replace('\'', '"')).blames(field);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-01-31T12:00:00",
                    "2026-01-31",
                    "2026-01-31 12:00:00Z",
                    "2026-02-30T12:00:00Z",
                    "2026-01-31T25:00:00Z",
                    "2026-01-31T12:00Z",
                    "2026-01-31T12:00:00+99:00",
                    "2026-01-31T12:00:00[Europe/Prague]",
                    "10000-01-01T00:00:00Z",
                    "+10000-01-01T00:00:00Z",
                    "9999-12-31T23:59:59-01:00",
                    "tomorrow",
                    ""
                })
        void thatAreNoTimesAreRefused(String time) {
            caller.enqueue("{\"type\":\"a\",\"run_after_utc\":\"" + time + "\"}")
                    .blames("run_after_utc");
        }

        @Test
        void withTimesAsNumbersAreRefused() {
            caller.enqueue("{\"type\":\"a\",\"run_after_utc\":1767225600}").blames("run_after_utc");
        }

        @Test
        void thatAreTooLongAreRefused() {
            caller.enqueue("{\"type\":\"" + "a".repeat(101) + "\"}").blames("type");
            caller.enqueue("{\"type\":\"a\",\"idempotency_key\":\"" + "k".repeat(256) + "\"}")
                    .blames("idempotency_key");
            caller.enqueue("{\"type\":\"a\",\"compatibility\":{\"k\":\"" + "k".repeat(1 << 14) + "\"}}")
                    .blames("compatibility");
        }

        @Test
        void ofManyKindsAreRefusedTogether() {
            Answer answer = caller.enqueue("{\"type\":\"a b\",\"priority\":0,\"max_attempts\":0}");

            answer.blames("type").blames("priority").blames("max_attempts");
        }

        @Test
        void ofABatchAreNamedWithTheirIndex() {
            String valid = "{\"type\":\"a\"}";

            caller.post(
                            "/api/queue/enqueue/batch",
                            "{\"tasks\":[" + valid + "," + valid + ",{\"type\":\"a\",\"priority\":0}]}")
                    .blames("tasks[2].priority");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + valid + ",{\"type\":\"a\",\"priority\":\"5\"}]}")
                    .blames("tasks[1].priority");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + valid + ",{\"type\":\"a\",\"max_attempts\":0}]}")
                    .blames("tasks[1].max_attempts");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + valid + ",null]}")
                    .blames("tasks[1]");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + valid + ",5]}")
                    .blames("tasks[1]");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[]}").blames("tasks");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":{}}").blames("tasks");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":\"\"}").blames("tasks");
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[" + (valid + ",").repeat(1000) + valid + "]}")
                    .blames("tasks");
            caller.post("/api/queue/enqueue/batch", valid).blames("type");
        }
    }

    @Nested
    class Characters {
        @ParameterizedTest
        @ValueSource(
                strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "a\\ud83dz", "\\udc00\\ud800", "\\uD800\\uD800"
                })
        void thatNoTextCanHoldAreRefusedInEveryString(String bad) {
            caller.enqueue("{\"type\":\"" + bad + "\"}").blames("type");
            caller.enqueue("{\"type\":\"a\",\"idempotency_key\":\"" + bad + "\"}")
                    .blames("idempotency_key");
            caller.enqueue("{\"type\":\"a\",\"payload\":{\"x\":[{\"y\":\"" + bad + "\"}]}}")
                    .blames("payload");
            caller.enqueue("{\"type\":\"a\",\"payload\":{\"" + bad + "\":1}}").blames("payload");
            caller.enqueue("{\"type\":\"a\",\"compatibility\":{\"x\":\"" + bad + "\"}}")
                    .blames("compatibility");
        }
    }

    @Nested
    class Depth {
        @Test
        void ofAThousandLevelsIsRefusedByName() {
            caller.enqueue("{\"type\":\"a\",\"payload\":" + nested(1000) + "}").blames("payload");
            caller.enqueue("{\"type\":\"a\",\"compatibility\":" + nested(1000) + "}")
                    .blames("compatibility");
            caller.enqueue("{\"type\":\"a\",\"priority\":" + "[".repeat(1000) + "}")
                    .blames("priority");
            caller.enqueue("{\"type\":\"a\",\"payload\":" + nested(501) + "}").blames("payload");
        }

        @Test
        void ofAHundredThousandLevelsIsRefusedToo() {
            caller.enqueue("{\"type\":\"a\",\"payload\":" + "{\"x\":".repeat(100_000))
                    .blames("payload");
            caller.enqueue("[".repeat(100_000)).blames("body");
        }

        private static String nested(int levels) {
            return "{\"x\":".repeat(levels) + "1" + "}".repeat(levels);
        }
    }

    @Nested
    class Ids {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "abc",
                    "1.5",
                    "1e3",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "1%20",
                    "0x1",
                    "+1",
                    "%D9%A3"
                })
        void thatAreNo64BitIntegersAreRefused(String id) {
            caller.get("/api/queue/tasks/" + id).blames("task_id");
            caller.get("/api/queue/poll/" + id).blames("task_id");
            caller.post("/api/queue/tasks/" + id + "/cancel").blames("task_id");
            caller.post("/api/queue/cancel/" + id).blames("task_id");
            caller.post("/api/queue/tasks/" + id + "/retry").blames("task_id");
            caller.delete("/api/queue/tasks/" + id).blames("task_id");
            caller.get("/api/queue/tasks/" + id + "/attempts").blames("task_id");
            caller.get("/api/queue/tasks/" + id + "/logs").blames("task_id");
            for (String action : List.of("heartbeat", "complete", "fail", "release")) {
                caller.post("/api/queue/tasks/" + id + "/" + action, "{}").blames("task_id");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "1", "9007199254740992", "9223372036854775807"})
        void thatNoTaskHasAreNotFound(String id) {
            caller.get("/api/queue/tasks/" + id).isProblem(404, "not-found");
            assertThat(caller.get("/api/queue/poll/" + id).word("detail")).contains("not found");
            caller.get("/api/queue/tasks/" + id + "/attempts").isProblem(404, "not-found");
            caller.get("/api/queue/tasks/" + id + "/logs").isProblem(404, "not-found");
        }
    }

    @Nested
    class Queries {
        @ParameterizedTest
        @CsvSource({
            "/api/queue/tasks?limit=0, limit",
            "/api/queue/tasks/1/logs?limit=0, limit",
            "/api/queue/tasks/1/logs?limit=1001, limit",
            "/api/queue/tasks/1/logs?after=-1, after",
            "/api/queue/tasks/1/logs?after=x, after",
            "/api/queue/tasks/1/logs?level=info, level",
            "/api/queue/tasks/1/attempts?limit=1, limit",
            "/api/queue/workers?limit=1, limit",
            "/api/queue/tasks?limit=1001, limit",
            "/api/queue/tasks?limit=-5, limit",
            "/api/queue/tasks?limit=abc, limit",
            "/api/queue/tasks?limit=, limit",
            "/api/queue/tasks?limit=1.0, limit",
            "/api/queue/tasks?limit=99999999999999999999, limit",
            "/api/queue/tasks?limit=5&limit=6, limit",
            "/api/queue/tasks?status=leased, status",
            "/api/queue/tasks?status=QUEUED, status",
            "/api/queue/tasks?status=, status",
            "/api/queue/tasks?type=a%20b, type",
            "/api/queue/tasks?type=%zz, type",
            "/api/queue/tasks?type=%00, type",
            "/api/queue/tasks?type=, type",
            "/api/queue/tasks?cursor=abc, cursor",
            "/api/queue/tasks?cursor=, cursor",
            "/api/queue/tasks?cursor=MTAvLC9mZmZmZmZmZg, cursor",
            "/api/queue/tasks?colour=red, colour",
            "/api/queue/tasks?Limit=5, Limit",
            "/api/queue/stats?x=1, x",
            "/api/queue/tasks/1?wait_seconds=61, wait_seconds",
            "/api/queue/tasks/1?wait_seconds=-1, wait_seconds",
            "/api/queue/tasks/1?wait_seconds=x, wait_seconds",
            "/api/queue/tasks/1?wait=1, wait",
            "/health/ready?x=1, x"
        })
        void areRefusedByName(String path, String parameter) {
            if (path.contains("%zz")) {
                caller.raw("GET " + path + " HTTP/1.1").blames(parameter);
                return;
            }
            caller.get(path).blames(parameter);
        }

        @ParameterizedTest
        @CsvSource({
            "cleanup-runs?max_age_hours=-1, max_age_hours",
            "cleanup-runs?max_age_hours=87601, max_age_hours",
            "cleanup-temp-files?max_age_hours=x, max_age_hours",
            "cleanup-runs?max_age=5, max_age",
            "health-check?max_age_hours=5, max_age_hours",
            "log-statistics?x=, x"
        })
        void ofMaintenanceAreRefusedByName(String operation, String parameter) {
            caller.post("/api/system/maintenance/" + operation).blames(parameter);
        }

        @Test
        void areRefusedWherePostsTakeNone() {
            caller.post("/api/queue/enqueue?priority=5", "{\"type\":\"a\"}").blames("priority");
        }
    }

    @Nested
    class Headers {
        @Test
        void withAKeyThatIsNotTheFieldsAreRefused() {
            caller.enqueue("{\"type\":\"a\",\"idempotency_key\":\"one\"}", "Idempotency-Key", "two")
                    .blames("idempotency_key");
        }

        @Test
        void withTwoKeysAreRefused() {
            caller.enqueue("{\"type\":\"a\"}", "Idempotency-Key", "one", "Idempotency-Key", "two")
                    .blames("Idempotency-Key");
        }

        @Test
        void withAKeyThatIsTooLongAreRefused() {
            caller.enqueue("{\"type\":\"a\"}", "Idempotency-Key", "k".repeat(256))
                    .blames("Idempotency-Key");
        }

        @Test
        void withAKeyForAWholeBatchAreRefused() {
            caller.post("/api/queue/enqueue/batch", "{\"tasks\":[{\"type\":\"a\"}]}", "Idempotency-Key", "k")
                    .blames("Idempotency-Key");
        }
    }

    @Nested
    class Paths {
        @Test
        void thatDoNotExistAreNotFound() {
            caller.get("/api/queue/nothing").isProblem(404, "not-found");
            caller.get("/api").isProblem(404, "not-found");
            caller.post("/nothing", "{}").isProblem(404, "not-found");
        }

        @Test
        void tellWhichMethodsTheyTake() {
            Answer answer = caller.get("/api/queue/enqueue").isProblem(405, "method-not-allowed");
            assertThat(answer.header("Allow")).isEqualTo("POST");

            Answer html =
                    caller.get("/api/queue/enqueue", "Accept", "text/html").isProblem(405, "method-not-allowed");
            assertThat(html.header("Allow")).isEqualTo("POST");

            assertThat(caller.post("/api/queue/tasks/1")
                            .isProblem(405, "method-not-allowed")
                            .header("Allow"))
                    .contains("GET", "DELETE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"X-HTTP-Method-Override", "x-http-method-override"})
        void areTakenWithTheMethodOfTheRequestLine(String header) {
            caller.get("/api/queue/stats", header, "DELETE").has(200);
            caller.post("/api/queue/tasks/1", "", header, "DELETE").isProblem(405, "method-not-allowed");
        }

        @Test
        void withHeadersThatAreTooLargeAreToldSo() {
            caller.get("/api/queue/stats", "X-Long", "y".repeat(16 << 10)).isProblem(431, "headers-too-large");
            caller.get("/api/queue/stats", "X-Long", "y".repeat(7 << 10)).has(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /api/queue/tasks/%zz HTTP/1.1",
                    "GET /api/queue/tasks/%ff HTTP/1.1",
                    "GET /api/queue/tasks/%00 HTTP/1.1",
                    "GET /api/queue/tasks/%ed%a0%80 HTTP/1.1",
                    "GET /api/queue/tasks/a%2Fb HTTP/1.1",
                    "GET /%2e%2e/x HTTP/1.1",
                    "GET /../../x HTTP/1.1",
                    "GET nothing HTTP/1.1",
                    "GET /api/queue/stats HTTP/9.9",
                    "NONSENSE",
                    "BREW /api/queue/stats HTTP/1.1"
                })
        void thatAreNoneAreProblemsOfTheCaller(String requestLine) {
            Answer answer = caller.raw(requestLine);

            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            assertThat(answer.text()).startsWith("{\"type\":\"urn:prismq:problem:");
        }
    }
}
