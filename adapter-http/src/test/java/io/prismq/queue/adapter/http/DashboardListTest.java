package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of tasks on the dashboard. */
class DashboardListTest extends ServerTest {
    private static final Pattern ROW = Pattern.compile("<tr data-task=\"([0-9]+)\"");
    private static final Pattern NEXT = Pattern.compile("id=\"next-page\" rel=\"next\" href=\"([^\"]+)\"");

    @Test
    void isNarrowedByStatusAndType() {
        long first = caller.enqueued("{\"type\":\"a\"}");
        long second = caller.enqueued("{\"type\":\"b\"}");
        long third = caller.enqueued("{\"type\":\"a\",\"run_after_utc\":\"2030-01-01T00:00:00Z\"}");

        assertThat(rows("/tasks")).containsExactly(third, second, first);
        assertThat(rows("/tasks?type=a")).containsExactly(third, first);
        assertThat(rows("/tasks?status=queued")).containsExactly(second, first);
        assertThat(rows("/tasks?status=queued&type=a&id=&key=&older_than=&newer_than=&cursor="))
                .containsExactly(first);
        assertThat(rows("/tasks?status=failed")).isEmpty();
    }

    @Test
    void isNarrowedById() {
        caller.enqueued("{\"type\":\"a\"}");
        long second = caller.enqueued("{\"type\":\"b\"}");

        assertThat(rows("/tasks?id=" + second)).containsExactly(second);
        assertThat(rows("/tasks?type=a&id=" + second)).isEmpty();
        assertThat(rows("/tasks?id=99")).isEmpty();
    }

    @Test
    void isNarrowedByTheBeginningOfTheKey() {
        long first = caller.enqueued("{\"type\":\"a\",\"idempotency_key\":\"order-1\"}");
        long second = caller.enqueued("{\"type\":\"b\",\"idempotency_key\":\"order-2\"}");
        caller.enqueued("{\"type\":\"a\",\"idempotency_key\":\"invoice-1\"}");

        assertThat(rows("/tasks?key=order-")).containsExactlyInAnyOrder(first, second);
        assertThat(rows("/tasks?key=order-&type=b")).containsExactly(second);
    }

    @Test
    void isNarrowedByTheBeginningOfTheKeyAndTheRestTogether() {
        for (int task = 0; task < 150; task++) {
            caller.enqueued("{\"type\":\"a\",\"idempotency_key\":\"inv-a%03d\"}".formatted(task));
        }
        for (int task = 0; task < 60; task++) {
            caller.enqueued("{\"type\":\"b\",\"idempotency_key\":\"inv-b%03d\"}".formatted(task));
        }
        String first = caller.get("/tasks?key=inv-&type=b").has(200).text();
        String second = caller.get(next(first)).has(200).text();

        assertThat(ids(first)).hasSize(50).startsWith(151L).endsWith(200L);
        assertThat(first).contains(">Next</a>").doesNotContain("id=\"said\"", "id=\"first-page\"");
        assertThat(ids(second)).hasSize(10).startsWith(201L);
        assertThat(second)
                .contains("id=\"first-page\" href=\"/tasks?type=b&amp;key=inv-\">First<")
                .doesNotContain("next-page");
        assertThat(caller.get("/tasks?key=inv-&status=failed").has(200).text())
                .contains("No task meets these filters.");
        new Browser(caller).get("/tasks?key=inv-&cursor=other").has(422);
    }

    @Test
    void saysWhereItHasNotLookedAtAllKeys() {
        for (int batch = 0; batch < 3; batch++) {
            caller.post("/api/queue/enqueue/batch", keyed(batch, 700)).has(201);
        }
        long last = caller.enqueued("{\"type\":\"b\",\"idempotency_key\":\"k-9\"}");

        String page = caller.get("/tasks?key=k-&type=b").has(200).text();

        assertThat(page)
                .contains("Looked at 2,000 tasks with such a key: none of them meet the other filters.", ">Look on</a>")
                .doesNotContain("No task meets");
        assertThat(ids(caller.get(next(page)).has(200).text())).containsExactly(last);
    }

    @Test
    void hasAsManyTasksAPageAsAreAskedFor() {
        caller.post("/api/queue/enqueue/batch", keyed(0, 600)).has(201);

        String page = caller.get("/tasks?limit=500").has(200).text();

        assertThat(ids(page)).hasSize(500).startsWith(600L);
        assertThat(page).contains("<option value=\"500\" selected>");
        assertThat(ids(caller.get(next(page)).has(200).text())).hasSize(100);
        assertThat(rows("/tasks?limit=200")).hasSize(200);
        assertThat(rows("/tasks?limit=200&key=k-")).hasSize(200);
    }

    @Test
    void leadsToTheFormWhereThereIsNoTask() {
        assertThat(caller.get("/tasks").has(200).text())
                .contains("There is no task yet.", "href=\"/enqueue\"")
                .doesNotContain("No task meets");
        assertThat(caller.get("/tasks?type=a").has(200).text()).contains("No task meets these filters.");
    }

    @Test
    void isNarrowedByAge() {
        long old = caller.enqueued("{\"type\":\"a\"}");
        server.clock.advance(Duration.ofHours(2));
        long young = caller.enqueued("{\"type\":\"a\"}");

        assertThat(rows("/tasks?older_than=1h")).containsExactly(old);
        assertThat(rows("/tasks?newer_than=1h")).containsExactly(young);
        assertThat(rows("/tasks?newer_than=6h")).containsExactly(young, old);
        assertThat(rows("/tasks?older_than=6h")).isEmpty();
        assertThat(rows("/tasks?newer_than=6h&older_than=1h")).containsExactly(old);
        server.clock.advance(Duration.ofDays(2));
        assertThat(rows("/tasks?newer_than=1d")).isEmpty();
        assertThat(rows("/tasks?older_than=1d")).containsExactly(young, old);
    }

    @Test
    void goesOnBehindTheLastTaskOfAPage() {
        for (int task = 0; task < 120; task++) {
            caller.enqueued("{\"type\":\"a\"}");
        }
        String first = caller.get("/tasks?type=a").has(200).text();
        String second = caller.get(next(first)).has(200).text();
        String third = caller.get(next(second)).has(200).text();

        assertThat(ids(first)).hasSize(50).startsWith(120L);
        assertThat(ids(second)).hasSize(50).startsWith(70L);
        assertThat(ids(third)).hasSize(20).startsWith(20L);
        assertThat(first).doesNotContain("id=\"first-page\"");
        assertThat(second).contains("id=\"first-page\" href=\"/tasks?type=a\"");
        assertThat(third).doesNotContain("id=\"next-page\"");
    }

    @Test
    void isKeptAsItWasTyped() {
        assertThat(caller.get("/tasks?status=failed&type=a.b&key=or&older_than=1d")
                        .has(200)
                        .text())
                .contains("<option value=\"failed\" selected>", "value=\"a.b\"", "value=\"or\"")
                .contains("<option value=\"1d\" selected>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=done", "type=a+b", "id=x", "id=0", "older_than=2h", "newer_than=x", "limit=7"})
    void saysBesideTheFieldWhatItCannotBeNarrowedTo(String query) {
        String field = query.substring(0, query.indexOf('='));

        assertThat(new Browser(caller).get("/tasks?key=kept&" + query).has(422).text())
                .contains("name=\"key\" id=\"filter-key\" value=\"kept\"", "data-error=\"" + field + "\">must be ")
                .contains("aria-invalid=\"true\"", "Nothing was looked for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "x=1"})
    void saysWhatItCannotBeNarrowedTo(String query) {
        Answer answer = new Browser(caller).get("/tasks?" + query).has(422);

        assertThat(answer.text()).contains("id=\"problem\">" + query.substring(0, query.indexOf('=')) + " ");
    }

    private static String keyed(int batch, int tasks) {
        return IntStream.range(0, tasks)
                .mapToObj(task -> "{\"type\":\"a\",\"idempotency_key\":\"k-%d%04d\"}".formatted(batch, task))
                .collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
    }

    private List<Long> rows(String path) {
        return ids(caller.get(path).has(200).text());
    }

    private static List<Long> ids(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> Long.valueOf(row.group(1)))
                .toList();
    }

    private static String next(String page) {
        Matcher next = NEXT.matcher(page);
        assertThat(next.find()).isTrue();
        return next.group(1).replace("&amp;", "&");
    }
}
