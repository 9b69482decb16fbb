package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class ClaimTest extends ServerTest {
    private Worker worker;

    @BeforeEach
    void hire() {
        worker = new Worker(caller);
    }

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

        assertThat(worker.claims("\"types\":[\"a\"]").json().required("tasks")).hasSize(1);
        assertThat(worker.claims("\"types\":[\"a\"],\"max_tasks\":3,\"strategy\":\"priority\",\"lease_seconds\":86400")
                        .json()
                        .required("tasks"))
                .hasSize(3);
        assertThat(worker.claims("\"types\":[\"a\"],\"max_tasks\":100").json().required("tasks"))
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

    @Test
    void holdForAsLongAsThePolicyOfTheTypeSays() {
        caller.enqueued("{\"type\":\"patient\"}");

        assertThat(worker.claim("patient").word("lease_until_utc")).isEqualTo("2026-01-01T00:01:30.000Z");
    }

    @Test
    void holdForAsLongAsTheyAskFor() {
        caller.enqueued("{\"type\":\"patient\"}");

        Answer claimed = Worker.only(worker.claims("\"types\":[\"patient\"],\"lease_seconds\":7"));

        assertThat(claimed.word("lease_until_utc")).isEqualTo("2026-01-01T00:00:07.000Z");
    }

    @ParameterizedTest
    @CsvSource({"priority,2", "fifo,1", "lifo,3"})
    void takeTasksInTheOrderOfTheirStrategy(String strategy, long first) {
        caller.enqueued("{\"type\":\"a\",\"priority\":5}");
        caller.enqueued("{\"type\":\"a\",\"priority\":1}");
        caller.enqueued("{\"type\":\"a\",\"priority\":9}");

        Answer claims = worker.claims("\"types\":[\"a\"],\"strategy\":\"" + strategy + "\"");

        assertThat(Worker.only(claims).taskId()).isEqualTo(first);
    }

    @Test
    void drawAmongThePrioritiesByChance() {
        for (int n = 0; n < 40; n++) {
            caller.enqueued("{\"type\":\"a\",\"priority\":" + (n < 20 ? 1 : 2) + "}");
        }

        Answer claims = worker.claims("\"types\":[\"a\"],\"strategy\":\"weighted_random\",\"max_tasks\":20");

        assertThat(claims.has(200).json().required("tasks").findValuesAsString("priority"))
                .hasSize(20)
                .contains("1", "2");
    }

    @Test
    void bringTheSameLeasesOnceMoreUnderTheSameId() {
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"a\"}");
        String claim = "\"types\":[\"a\"],\"max_tasks\":2,\"claim_id\":\"c-1\"";
        Answer first = worker.claims(claim).has(200);

        assertThat(worker.claims(claim).has(200).text()).isEqualTo(first.text());
        assertThat(Worker.only(worker.claims(claim.replace("c-1", "c-2"))).taskId())
                .isEqualTo(3);
    }

    @Test
    void underTheIdOfAnotherWorkerBringOtherTasks() {
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"a\"}");
        String claim = "\"types\":[\"a\"],\"claim_id\":\"c-1\"";
        worker.claims(claim).has(200);

        assertThat(Worker.only(new Worker(caller, "other").claims(claim)).taskId())
                .isEqualTo(2);
    }

    @Test
    void takeAThousandTypesOfTheLongestNames() {
        String types = IntStream.range(0, 1000)
                .mapToObj(n -> "\"%0100d\"".formatted(n))
                .collect(Collectors.joining(", "));
        caller.enqueued("{\"type\":\"%0100d\"}".formatted(999));

        Worker.only(worker.claims("\"types\":[" + types + "]"));
    }
}
