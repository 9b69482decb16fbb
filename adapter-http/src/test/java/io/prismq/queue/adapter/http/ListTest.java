package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListTest extends ServerTest {
    @Test
    void isAnArrayNewestFirst() {
        long first = caller.enqueued("{\"type\":\"a\"}");
        long second = caller.enqueued("{\"type\":\"b\"}");

        Answer list = caller.get("/api/queue/tasks").has(200);

        assertThat(ids(list)).containsExactly(second, first);
        assertThat(list.header("Link")).isEmpty();
    }

    @Test
    void isEmptyWhereThereIsNothing() {
        assertThat(caller.get("/api/queue/tasks").has(200).text()).isEqualTo("[]");
    }

    @Test
    void keepsToItsFilters() {
        long queued = caller.enqueued("{\"type\":\"a\"}");
        long cancelled = caller.enqueued("{\"type\":\"a\"}");
        long other = caller.enqueued("{\"type\":\"b:c\"}");
        caller.post("/api/queue/tasks/" + cancelled + "/cancel");

        assertThat(ids(caller.get("/api/queue/tasks?type=a"))).containsExactly(cancelled, queued);
        assertThat(ids(caller.get("/api/queue/tasks?status=queued"))).containsExactly(other, queued);
        assertThat(ids(caller.get("/api/queue/tasks?status=cancelled&type=a"))).containsExactly(cancelled);
        assertThat(ids(caller.get("/api/queue/tasks?type=b%3Ac"))).containsExactly(other);
        assertThat(ids(caller.get("/api/queue/tasks?type=nothing"))).isEmpty();
    }

    @Test
    void leadsFromPageToPageWithFiltersAndLimit() {
        List<Long> expected = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            expected.add(0, caller.enqueued("{\"type\":\"a:b\"}"));
            caller.enqueued("{\"type\":\"c\"}");
        }

        List<Long> seen = new ArrayList<>();
        String next = "/api/queue/tasks?type=a:b&status=queued&limit=2";
        while (!next.isEmpty()) {
            Answer page = caller.get(next).has(200);
            assertThat(ids(page)).hasSizeLessThanOrEqualTo(2);
            seen.addAll(ids(page));
            next = next(page);
        }

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void refusesACursorOfAnotherList() {
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"a\"}");
        String next = next(caller.get("/api/queue/tasks?type=a&limit=1"));

        assertThat(ids(caller.get(next))).hasSize(1);
        assertThat(ids(caller.get(next.replace("limit=1", "limit=7")))).hasSize(1);
        caller.get(next.replace("type=a", "type=b")).blames("cursor");
        caller.get(next.replace("type=a&", "")).blames("cursor");
        caller.get(next + "&status=queued").blames("cursor");
        caller.get(next.substring(0, next.length() - 2)).blames("cursor");
    }

    @Test
    void endsAPageAtFourMebibytes() {
        String task = "{\"type\":\"a\",\"payload\":{\"x\":\"" + "y".repeat(1_000_000) + "\"}}";
        for (int n = 0; n < 6; n++) {
            caller.enqueued(task);
        }

        Answer page = caller.get("/api/queue/tasks").has(200);

        assertThat(ids(page)).hasSize(5);
        assertThat(ids(caller.get(next(page)))).hasSize(1);
    }

    private static String next(Answer page) {
        return page.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
    }

    private static List<Long> ids(Answer list) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode task : list.has(200).json()) {
            ids.add(task.required("task_id").asLong());
        }
        return ids;
    }
}
