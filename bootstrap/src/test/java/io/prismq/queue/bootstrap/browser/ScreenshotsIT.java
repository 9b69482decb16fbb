package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.prismq.queue.bootstrap.process.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Takes the pictures of the documents, in {@code target/screenshots}. */
class ScreenshotsIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor(PastHour::writeTo, "--no-worker");

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;
    private static final String FILM = """
            {"type": "video.encode", "priority": 20, "idempotency_key": "film-2026-11",
             "payload": {"source": "s3://films/lighthouse.mov", "format": "mp4", "renditions": [1080, 720, 480]}}""";

    private static long film;

    @BeforeAll
    static void fillTheQueue() {
        ApiClient client = VISITOR.client();
        client.enqueue("{\"type\":\"report.build\",\"run_after_utc\":\"%s\"}"
                .formatted(Instant.now().plus(Duration.ofHours(6))));
        client.post("/api/queue/tasks/" + client.enqueue("{\"type\":\"report.build\"}") + "/cancel", "");
        for (String worker : new String[] {"mailer-1", "mailer-2", "mailer-3"}) {
            HeldTask.claim(client, worker, "email.send").tell(35, "rendering", "info", "template 12");
        }
        film = client.enqueue(FILM);
        HeldTask first = HeldTask.claim(client, "encoder-1", "video.encode");
        first.tell(12, "first pass", "info", "reading lighthouse.mov: 2 min 11 s, 25 frames a second");
        first.fail("no room for the second pass", "{\"needed_bytes\":1048576}");
        HeldTask second = HeldTask.claim(client, "encoder-2", "video.encode");
        second.tell(20, "first pass", "info", "reading lighthouse.mov: 2 min 11 s, 25 frames a second");
        second.tell(45, "second pass", "warn", "the disk is slower than usual");
        second.tell(68, "second pass: 720p", "info", "1080p is done");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void showTheDashboard(ColorScheme scheme) {
        Page page = VISITOR.open(
                "/", new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(WIDTH, HEIGHT));
        assertThat(page.locator("#chart")).isVisible();
        take(page, "overview", scheme);
        page.navigate("/tasks");
        take(page, "tasks", scheme);
        page.navigate("/tasks/" + film);
        assertThat(page.locator("#progress")).containsText("68 %");
        take(page, "task", scheme);
    }

    private static void take(Page page, String name, ColorScheme scheme) {
        assertThat(page.locator("#stream")).hasText("live");
        String suffix = scheme == ColorScheme.LIGHT ? "" : "-" + scheme.name().toLowerCase(Locale.ROOT);
        page.screenshot(Visitor.shot("dashboard-" + name + suffix));
    }
}
