package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest extends ServerTest {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    @ParameterizedTest
    @CsvSource({
        "/, Overview",
        "/tasks, Tasks",
        "/tasks/1, Task 1",
        "/enqueue, New task",
        "/enqueue?from=1, New task",
        "/workers, Workers",
        "/types, Types",
        "/maintenance, Maintenance"
    })
    void hasAPage(String path, String title) {
        caller.enqueued("{\"type\":\"a\"}");
        caller.post("/api/system/backups").has(202);

        Answer page = new Browser(caller).get(path).has(200);

        assertThat(Browser.title(page)).isEqualTo(title + " – queue.db – PrismQ");
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.text())
                .contains("<html lang=\"en\">", "<main id=\"content\"", "<h1>")
                .doesNotContainPattern("<script>|<style|style=| on[a-z]+=\"|javascript:|https?://");
    }

    @Test
    void saysWhoseItIs() {
        assertThat(caller.get("/").has(200).text())
                .containsPattern("id=\"server\">PrismQ [0-9]+[.][0-9]+[.][0-9][^,]*, database queue[.]db<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tasks", "/nothing"})
    void letsAPageUseNothingButWhatComesFromHere(String path) {
        assertThat(new Browser(caller)
                        .get(path)
                        .header("Content-Security-Policy")
                        .split("; "))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data:",
                        "connect-src 'self'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
    }

    @Test
    void bringsEveryPartOfItsPagesToBeKept() {
        Matcher files = FILE.matcher(caller.get("/").has(200).text());

        assertThat(files.results().map(file -> file.group(1)))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(path -> assertThat(caller.get(path).has(200).header("Cache-Control"))
                        .contains("immutable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.js", "dashboard.css", "..%2Fopenapi.json"})
    void bringsNothingElse(String file) {
        caller.get("/assets/" + file).isProblem(404, "not-found");
    }

    /** What this marks is written as it is. */
    @Test
    void hasNoTemplateThatEscapesNothing() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            List<Path> all = templates.filter(Files::isRegularFile).toList();
            assertThat(all)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(template -> assertThat(template).content().doesNotContain("$unsafe"));
        }
    }

    @Test
    void countsTasksAndTellsWhatHappenedInTheLastHour() {
        Worker worker = new Worker(caller);
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"b\",\"max_attempts\":1}");
        worker.complete("a", "{}");
        worker.says("fail", worker.claim("b"), "\"error_message\":\"x\"").has(200);
        server.clock.advance(Duration.ofMinutes(2));

        String page = caller.get("/").has(200).text();

        assertThat(page)
                .containsPattern("data-status=\"queued\".*tile-number\">1<")
                .containsPattern("data-status=\"completed\".*tile-number\">1<")
                .containsPattern("data-status=\"failed\".*tile-number\">1<")
                .contains("id=\"failed\">1 <small>50.0 % of what ended", "id=\"oldest\">2 min<")
                .contains("[0,0,0,", ",3,0,0]", ",1,0,0]")
                .contains("data-type=\"a\"", "data-type=\"b\"");
    }

    @Test
    void raisesAlarms() {
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"b\"}");
        server.reasonsAgainstReady.add("the disk is <full>");
        caller.post("/api/queue/types/b/pause").has(200);
        caller.post("/api/queue/types/nothing/pause").has(200);

        assertThat(caller.get("/").has(200).text())
                .contains("No worker is there for 1 queued task", "Not ready: the disk is &lt;full")
                .contains("b is paused, with 1 queued task")
                .doesNotContain("nothing is paused");
    }

    @Test
    void raisesAnAlarmForTypesThatNoWorkerRuns() {
        new Worker(caller).claims("\"types\":[\"run\"]").has(200);
        caller.enqueued("{\"type\":\"run\"}");
        caller.enqueued("{\"type\":\"typo\"}");
        caller.enqueued("{\"type\":\"paused\"}");
        caller.post("/api/queue/types/paused/pause").has(200);

        assertThat(caller.get("/").has(200).text())
                .contains("1 task of typo is queued, and no worker runs that type")
                .doesNotContain("of run is queued", "of paused is queued", "No worker is there");
        for (int type = 0; type < 12; type++) {
            caller.enqueued("{\"type\":\"other.%d\"}".formatted(type));
        }
        assertThat(caller.get("/").has(200).text()).contains("No worker runs 3 more queued types");
    }

    @Test
    void raisesAlarmsAboveTheThresholds() {
        for (int task = 0; task < 100; task++) {
            caller.enqueued("{\"type\":\"a\"}");
        }
        server.clock.advance(Duration.ofHours(1));
        assertThat(caller.get("/").has(200).text()).doesNotContain("more than 100", "has waited");

        caller.enqueued("{\"type\":\"a\"}");
        server.clock.advance(Duration.ofMinutes(5));

        assertThat(caller.get("/").has(200).text())
                .contains("101 tasks queued, more than 100", "has waited 1 h 5 min, longer than 1 h");
    }

    @Test
    void raisesAnAlarmWhereBackupsFail() {
        server.vault.failWith(new StoreFullException("full"));
        caller.post("/api/system/backups").has(202);
        server.startedBackups.remove().run();

        assertThat(caller.get("/").has(200).text()).contains("The last backup failed");
    }

    @Test
    void showsTheTypesWithWhatHasFailed() {
        caller.enqueued("{\"type\":\"a\",\"max_attempts\":1}");
        caller.enqueued("{\"type\":\"a\",\"run_after_utc\":\"2030-01-01T00:00:00Z\"}");
        Worker worker = new Worker(caller);
        worker.says("fail", worker.claim("a"), "\"error_message\":\"x\"").has(200);

        assertThat(caller.get("/types").has(200).text())
                .contains("<tr id=\"type-a\"", ">Claims</th>", "jitter")
                .containsPattern("data-label=\"Failed\" class=\"number\"><a[^>]+>1<")
                .containsPattern("data-label=\"Scheduled\" class=\"number\"><a[^>]+>1<");
    }

    @Test
    void showsWhatOperationsHaveFound() {
        caller.post("/api/system/maintenance/cleanup-runs").has(202);
        new Worker(caller).complete("cleanup_runs", "{\"deleted\":150}");

        assertThat(caller.get("/maintenance").has(200).text()).contains("{\"deleted\":150}");
    }

    @Test
    void showsWhoWorksOnWhat() {
        long id = caller.enqueued("{\"type\":\"a\"}");
        new Worker(caller).claim("a");

        assertThat(caller.get("/workers").has(200).text())
                .contains("data-worker=\"w\"", "<a href=\"/tasks/" + id + "\">");
    }

    @Test
    void showsTheBackupsAndTheSizeOfTheDatabase() {
        caller.post("/api/system/backups").has(202);
        server.startedBackups.remove().run();

        assertThat(caller.get("/maintenance").has(200).text())
                .contains("id=\"database-size\">3.0 MiB<", "queue-20260101T000000Z.db", "pill-done");
    }

    @Test
    void showsATaskWithAllThatHappenedToIt() {
        Worker worker = new Worker(caller);
        long id = caller.enqueued("{\"type\":\"a\",\"payload\":{\"rows\":[1,{}]},\"idempotency_key\":\"order-1\"}");
        Answer claimed = worker.claim("a");
        worker.says(
                        "heartbeat",
                        claimed,
                        "\"progress\":{\"percent\":40,\"message\":\"second pass\"},"
                                + "\"log\":[{\"level\":\"warn\",\"message\":\"slow disk\"}]")
                .has(200);
        server.clock.advance(Duration.ofMillis(2500));
        worker.says("fail", claimed, "\"error_message\":\"no room\",\"retry_after_seconds\":0")
                .has(200);

        assertThat(caller.get("/tasks/" + id).has(200).text())
                .contains("order-1", "slow disk", "level-warn", "no room", "Attempt 1", "2.5 s")
                .contains("{\n  \"rows\": [\n    1,\n    {}\n  ]\n}");
    }

    @Test
    void tellsToTheMillisecondWhatHappenedInWhichOrder() {
        server.clock.set(Instant.parse("2026-03-01T23:59:59.750Z"));
        long id = caller.enqueued("{\"type\":\"a\"}");
        Worker worker = new Worker(caller);
        Answer claimed = worker.claim("a");
        String line = "\"log\":[{\"level\":\"info\",\"message\":\"x\"}]";
        worker.says("heartbeat", claimed, line).has(200);
        server.clock.advance(Duration.ofMillis(500));
        worker.says("heartbeat", claimed, line).has(200);

        assertThat(caller.get("/tasks/" + id).has(200).text())
                .contains("began <time datetime=\"2026-03-01T23:59:59.750Z\">2026-03-01 23:59:59.750</time>")
                .contains("line-at\"><time datetime=\"2026-03-01T23:59:59.750Z\">2026-03-01 23:59:59.750</time>")
                .contains("line-at\"><time datetime=\"2026-03-02T00:00:00.250Z\">00:00:00.250</time>");
    }

    @Test
    void leadsToTheTasksOfItsTypeAndNamesItsTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        long id = caller.post(
                        "/api/queue/enqueue",
                        "{\"type\":\"mail.send\"}",
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01")
                .has(201)
                .taskId();

        assertThat(caller.get("/tasks/" + id).has(200).text())
                .contains("href=\"/tasks?type=mail.send\">mail.send</a>", ">" + trace + "<");
    }

    @Test
    void cutsWhatIsTooLongToRead() {
        long id = caller.enqueued("{\"type\":\"a\",\"payload\":{\"text\":\"" + "x".repeat(100_000) + "\"}}");

        String page = caller.get("/tasks/" + id).has(200).text();

        assertThat(page)
                .contains("This is the beginning of it", "/api/queue/tasks/" + id, "98 KiB")
                .doesNotContain("data-copy=\"payload\"");
        assertThat(page.length()).isLessThan(90_000);
    }

    @Test
    void cutsNoCharacterInTheMiddle() {
        String smiles = "\uD83D\uDE00".repeat(40_000);
        long even = caller.enqueued("{\"type\":\"a\",\"payload\":{\"text\":\"" + smiles + "\"}}");
        long odd = caller.enqueued("{\"type\":\"a\",\"payload\":{\"texts\":\"" + smiles + "\"}}");

        assertThat(caller.get("/tasks/" + even).has(200).text()).contains("\uD83D\uDE00</pre>");
        assertThat(caller.get("/tasks/" + odd).has(200).text()).contains("\uD83D\uDE00</pre>");
    }

    /** A page is fetched again whenever its task says something. */
    @Test
    void staysSmallHoweverMuchWorkersSay() {
        Worker worker = new Worker(caller);
        long id = caller.enqueued("{\"type\":\"a\",\"max_attempts\":41}");
        String line = "{\"level\":\"info\",\"message\":\"%s\"}".formatted("m".repeat(8000));
        String lines = "\"log\":[" + String.join(",", Collections.nCopies(3, line)) + "]";
        String error =
                "\"error_message\":\"error %d %s\",\"error_details\":{\"text\":\"%s\"},\"retry_after_seconds\":0";
        for (int attempt = 1; attempt <= 40; attempt++) {
            Answer claimed = worker.claim("a");
            worker.says("heartbeat", claimed, lines).has(200);
            worker.says("fail", claimed, error.formatted(attempt, "e".repeat(9000), "d".repeat(50_000)))
                    .has(200);
            server.upkeep.promoteDue().toCompletableFuture().join();
        }

        String page = caller.get("/tasks/" + id).has(200).text();

        assertThat(page.length()).isLessThan(600_000);
        assertThat(page)
                .contains("Attempt 31<", "Attempt 40<", "?attempts=all\">All 40 attempts", "/attempts\">See all")
                .contains("/logs?after=159&amp;limit=1\">All 49 KiB of it")
                .doesNotContain("Attempt 30<");
        assertThat(caller.get("/tasks/" + id + "?attempts=all").has(200).text())
                .contains("Attempt 1<", "Attempt 40<", "<a href=\"/tasks/" + id + "\">The latest")
                .doesNotContain("data-live");
    }

    @Test
    void showsTheEndOfALongLog() {
        long id = caller.enqueued("{\"type\":\"a\"}");
        Worker worker = new Worker(caller);
        Answer claimed = worker.claim("a");
        for (int part = 0; part < 3; part++) {
            StringBuilder lines = new StringBuilder("\"log\":[");
            for (int line = 0; line < 50; line++) {
                lines.append(line == 0 ? "" : ",")
                        .append("{\"level\":\"info\",\"message\":\"line ")
                        .append(part * 50 + line)
                        .append(".\"}");
            }
            worker.says("heartbeat", claimed, lines.append("]").toString()).has(200);
        }

        assertThat(caller.get("/tasks/" + id).has(200).text())
                .contains("line 50.", "line 149.", "Earlier lines, as JSON")
                .doesNotContain("line 49.");
    }
}
