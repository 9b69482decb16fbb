package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    @ValueSource(
            strings = {"status=done", "type=a+b", "id=x", "id=0", "older_than=2h", "newer_than=x", "cursor=x", "x=1"})
    void saysWhatItCannotBeNarrowedTo(String query) {
        Answer answer = new Browser(caller).get("/tasks?" + query).has(422);

        assertThat(answer.text()).contains("id=\"problem\">" + query.substring(0, query.indexOf('=')) + " ");
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
