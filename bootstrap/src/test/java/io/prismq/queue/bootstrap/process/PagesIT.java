package io.prismq.queue.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the dashboard over many tasks. By default small enough for every build, which then only sees that the
 * pages come; {@code bin/soak pages} runs the large one, and holds each page to its time.
 */
class PagesIT {
    private static final int TASKS = Integer.getInteger("prismq.pages.tasks", 20_000);
    private static final int MOST_MILLIS = Integer.getInteger("prismq.pages.millis", Integer.MAX_VALUE);
    private static final int WARM_UP = 20;
    private static final int TIMES = 50;
    private static final Pattern NEXT = Pattern.compile("href=\"(/tasks\\?[^\"]*cursor=[^\"]*)\"");

    @TempDir
    private Path directory;

    @Test
    void comeInTheirTimeHoweverManyTasksThereAre() throws Exception {
        Path database = directory.resolve("queue.db");
        fill(database);
        Path config = Files.writeString(
                directory.resolve("keep.yaml"),
                "retention: {completed_hours: 876000, failed_hours: 876000, cancelled_hours: 876000}");
        try (ServerProcess server = ServerProcess.start(database, "--no-worker", "--config", config.toString())) {
            ApiClient client = server.client();
            for (String page : pages(client)) {
                long[] micros = timed(client, page);
                System.out.printf(
                        "pages: %d tasks: median %6.1f ms, slowest of %d %6.1f ms: %s%n",
                        TASKS, micros[TIMES / 2] / 1000.0, TIMES, micros[TIMES - 1] / 1000.0, page);
                assertThat(micros[TIMES / 2] / 1000).as(page).isLessThanOrEqualTo(MOST_MILLIS);
            }
        }
    }

    private static void fill(Path database) throws SQLException {
        long begun = System.nanoTime();
        LargeQueue.fill(database, TASKS);
        System.out.printf("pages: %d tasks stored in %d s%n", TASKS, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private static List<String> pages(ApiClient client) {
        return List.of(
                "/",
                "/tasks",
                next(client, "/tasks"),
                "/tasks?status=queued",
                "/tasks?status=failed&type=mail.kind-07",
                next(client, "/tasks?status=completed"),
                "/tasks?type=mail.kind-11",
                "/tasks?key=order-1",
                "/tasks?older_than=7d",
                "/tasks?newer_than=1h",
                "/tasks?id=%d".formatted(TASKS / 2),
                "/tasks/%d".formatted(TASKS - 1),
                "/enqueue",
                "/workers",
                "/types",
                "/maintenance");
    }

    /** The link to the next page of a list. */
    private static String next(ApiClient client, String list) {
        Matcher link = NEXT.matcher(client.text(list));
        assertThat(link.find()).as("a next page of %s", list).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    /** In microseconds, the shortest first. */
    private static long[] timed(ApiClient client, String page) {
        long[] micros = new long[TIMES];
        for (int n = -WARM_UP; n < TIMES; n++) {
            long begun = System.nanoTime();
            assertThat(client.page(page)).as(page).contains("<title>");
            if (n >= 0) {
                micros[n] = (System.nanoTime() - begun) / 1000;
            }
        }
        Arrays.sort(micros);
        return micros;
    }
}
