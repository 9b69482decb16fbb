package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a worker says about many tasks in one request. */
@SuppressWarnings("NullAway.Init")
class SettlementsTest extends ServerTest {
    private JsonNode claimed;

    @BeforeEach
    void claim() {
        for (int n = 0; n < 5; n++) {
            caller.enqueued("{\"type\":\"a\"}");
        }
        claimed = new Worker(caller)
                .claims("\"types\":[\"a\"],\"max_tasks\":5")
                .json()
                .required("tasks");
    }

    private String item(int task, String action, String fields) {
        String token = claimed.get(task - 1).required("lease_token").asString();
        return "{\"task_id\":" + task + ",\"action\":\"" + action + "\",\"lease_token\":\"" + token + "\""
                + (fields.isEmpty() ? "" : ",") + fields + "}";
    }

    private Answer settle(String... items) {
        return caller.post("/api/queue/settlements", "{\"settlements\":[" + String.join(",", items) + "]}");
    }

    private String status(int task) {
        return caller.get("/api/queue/tasks/" + task).word("status");
    }

    @Test
    void areAnsweredInTheirOrder() {
        Answer answer = settle(
                item(2, "complete", "\"result\":{\"n\":1}"),
                item(1, "fail", "\"error_message\":\"x\",\"error_details\":[1],\"retryable\":false"),
                item(3, "release", "\"delay_seconds\":5"),
                item(4, "heartbeat", "\"progress\":{\"percent\":5},\"lease_seconds\":60"),
                item(5, "fail", "\"error_message\":\"x\",\"retry_after_seconds\":9"));

        assertThat(answer.has(200).text())
                .isEqualTo("{\"results\":["
                        + "{\"task_id\":2,\"status\":\"completed\",\"outcome\":\"completed\"},"
                        + "{\"task_id\":1,\"status\":\"failed\",\"outcome\":\"rejected\"},"
                        + "{\"task_id\":3,\"status\":\"scheduled\",\"outcome\":\"released\"},"
                        + "{\"task_id\":4,\"status\":\"processing\",\"outcome\":\"continue\"},"
                        + "{\"task_id\":5,\"status\":\"scheduled\",\"outcome\":\"failed\"}]}");
        assertThat(caller.get("/api/queue/tasks/2").text()).contains("\"result\":{\"n\":1}");
        assertThat(caller.get("/api/queue/tasks/1/logs").text()).contains("\"details\":[1]");
        assertThat(caller.get("/api/queue/tasks/4").word("lease_until_utc")).isEqualTo("2026-01-01T00:01:00.000Z");
        assertThat(caller.get("/api/queue/tasks/5").word("run_after_utc")).isEqualTo("2026-01-01T00:00:09.000Z");
    }

    @Test
    void areNotHinderedByOneThatIsRefused() {
        Answer answer = settle(
                item(1, "complete", ""),
                item(2, "complete", "").replaceFirst("[0-9a-f]{32}", "0".repeat(32)),
                item(3, "complete", "").replace("\"task_id\":3", "\"task_id\":99"),
                item(4, "complete", ""));

        assertThat(answer.has(200).text())
                .isEqualTo("{\"results\":["
                        + "{\"task_id\":1,\"status\":\"completed\",\"outcome\":\"completed\"},"
                        + "{\"task_id\":2,\"problem\":{\"type\":\"urn:prismq:problem:lease-lost\","
                        + "\"title\":\"The lease is not the task's current one\",\"status\":409,"
                        + "\"detail\":\"The lease token does not hold task 2\",\"errors\":[]}},"
                        + "{\"task_id\":99,\"problem\":{\"type\":\"urn:prismq:problem:not-found\","
                        + "\"title\":\"There is nothing here\",\"status\":404,"
                        + "\"detail\":\"Task 99 not found\",\"errors\":[]}},"
                        + "{\"task_id\":4,\"status\":\"completed\",\"outcome\":\"completed\"}]}");
        assertThat(status(2)).isEqualTo("processing");
    }

    @Test
    void getTheRecordedAnswersWhenTheyAreToldAgain() {
        String[] items = {item(1, "complete", ""), item(2, "release", "")};
        Answer first = settle(items).has(200);

        assertThat(settle(items).has(200).text()).isEqualTo(first.text());
    }

    @Test
    void tellWhatTheServerWantsOfThoseWhoGoOn() {
        caller.post("/api/queue/tasks/1/cancel").has(200);
        server.http.drain();

        assertThat(settle(item(1, "heartbeat", ""), item(2, "heartbeat", ""), item(3, "complete", ""))
                        .has(200)
                        .text())
                .isEqualTo("{\"results\":["
                        + "{\"task_id\":1,\"status\":\"cancelled\",\"outcome\":\"cancel\"},"
                        + "{\"task_id\":2,\"status\":\"processing\",\"outcome\":\"drain\"},"
                        + "{\"task_id\":3,\"status\":\"completed\",\"outcome\":\"completed\"}]}");
    }

    @Test
    void mayBeAThousandAndOfSixteenMebibytes() {
        String item = item(1, "heartbeat", "");

        assertThat(settle(Collections.nCopies(1000, item).toArray(String[]::new))
                        .has(200)
                        .json()
                        .required("results"))
                .hasSize(1000);
        settle(Collections.nCopies(1001, item).toArray(String[]::new)).blames("settlements");
        settle(item + " ".repeat(15 << 20)).has(200);
        settle(item + " ".repeat(16 << 20)).isProblem(413, "body-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complete  | \"error_message\":\"x\"                        | error_message",
                "complete  | \"delay_seconds\":1                            | delay_seconds",
                "complete  | \"log\":[]                                     | log",
                "fail      | \"error_message\":\"x\",\"result\":1           | result",
                "fail      | \"error_message\":\"x\",\"lease_seconds\":1    | lease_seconds",
                "fail      | \"retryable\":true                             | error_message",
                "fail      | \"error_message\":\"x\",\"retry_after_seconds\":-1 | retry_after_seconds",
                "release   | \"retryable\":false                            | retryable",
                "release   | \"progress\":{\"percent\":1}                   | progress",
                "release   | \"delay_seconds\":31536001                     | delay_seconds",
                "heartbeat | \"error_details\":1                            | error_details",
                "heartbeat | \"retry_after_seconds\":1                      | retry_after_seconds",
                "heartbeat | \"lease_seconds\":0                            | lease_seconds",
                "heartbeat | \"progress\":{\"percent\":101}                 | progress.percent",
                "heartbeat | \"log\":[{\"level\":\"info\"}]                 | log[0].message",
                "heartbeat | \"colour\":\"red\"                             | colour"
            })
    void areAllRefusedForOneThatIsMalformed(String action, String fields, String field) {
        settle(item(1, "complete", ""), item(2, action, fields)).blames("settlements[1]." + field);

        assertThat(status(1)).isEqualTo("processing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                              | settlements",
                "{'settlements':[]}                                              | settlements",
                "{'settlements':{}}                                              | settlements",
                "{'settlements':[null]}                                          | settlements[0]",
                "{'settlements':[{'action':'release','lease_token':'T'}]}        | settlements[0].task_id",
                "{'settlements':[{'task_id':0,'action':'release','lease_token':'T'}]}   | settlements[0].task_id",
                "{'settlements':[{'task_id':'1','action':'release','lease_token':'T'}]} | settlements[0].task_id",
                "{'settlements':[{'task_id':9007199254740992,'action':'release','lease_token':'T'}]}"
                        + " | settlements[0].task_id",
                "{'settlements':[{'task_id':1,'lease_token':'T'}]}               | settlements[0].action",
                "{'settlements':[{'task_id':1,'action':'cancel','lease_token':'T'}]}    | settlements[0].action",
                "{'settlements':[{'task_id':1,'action':'release'}]}              | settlements[0].lease_token",
                "{'settlements':[{'task_id':1,'action':'release','lease_token':'x'}]}   | settlements[0].lease_token"
            })
    void areRefusedByName(String body, String field) {
        caller.post("/api/queue/settlements", body.replace("T", "0".repeat(32)).replace('\'', '"'))
                .blames(field);
    }

    @Test
    void sayWhichFieldBelongsElsewhere() {
        assertThat(settle(item(1, "release", "\"result\":1"))
                        .blames("settlements[0].result")
                        .word("detail"))
                .isEqualTo("settlements[0].result does not belong to the action release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "error_message", "progress", "log", "retryable"})
    void takeAFieldWithoutAValueForNone(String field) {
        settle(item(1, "release", "\"" + field + "\":null")).has(200);
    }
}
