package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.prismq.queue.bootstrap.process.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on every page. */
class AppearanceIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor();

    private static final int NARROW = 360;
    private static final String LONG = "long".repeat(25);

    private static final List<String> PATHS = new ArrayList<>(
            List.of("/", "/tasks", "/types", "/workers", "/maintenance", "/enqueue", "/tasks?key=nobody-has-it"));

    @BeforeAll
    static void fillEveryPage() {
        ApiClient client = VISITOR.client();
        String task = "{\"type\":\"%s\",\"payload\":{\"%s\":\"%s\"},\"idempotency_key\":\"%s\"}";
        for (String type : List.of("mail.send", LONG)) {
            PATHS.add("/tasks/" + client.enqueue(task.formatted(type, LONG, LONG, LONG + type)));
            PATHS.add("/tasks/" + client.enqueue(task.formatted(type, "a", "b", type)));
            HeldTask held = HeldTask.claim(client, LONG, type);
            for (String level : List.of("debug", "info", "warn", "error")) {
                held.tell(50, LONG + LONG, level, LONG + LONG);
            }
            HeldTask.claim(client, LONG, type).reject(LONG + LONG, "{\"%s\":1}".formatted(LONG));
        }
        PATHS.add("/tasks/" + client.enqueue(task.formatted("other", "a", "b", "done")));
        HeldTask.claim(client, "w", "other").complete("{\"sent\":true}");
        client.enqueue("{\"type\":\"other\",\"run_after_utc\":\"2100-01-01T00:00:00Z\"}");
        client.post("/api/queue/tasks/" + client.enqueue("{\"type\":\"other\"}") + "/cancel", "");
        client.enqueue("{\"type\":\"other\"}");
        client.post("/api/queue/types/other/pause", "");
        client.post("/api/queue/backups", "");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void textStandsOutFromItsBackground(ColorScheme scheme) throws IOException {
        Page page = VISITOR.open("/", new Browser.NewContextOptions().setColorScheme(scheme));
        for (String path : PATHS) {
            page.navigate(path);
            page.locator("details").evaluateAll("(all) => all.forEach((details) => { details.open = true; })");
            assertThat((List<?>) page.evaluate(contrast())).as(path).isEmpty();
        }
        noticesStandOut(page);
    }

    @Test
    void darkIsDark() {
        Page page = VISITOR.open("/", new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("body")).hasCSS("background-color", Pattern.compile("rgb\\((\\d|[12]\\d), .*"));
    }

    @Test
    void fitsANarrowScreen() {
        Page page = VISITOR.open("/", new Browser.NewContextOptions().setViewportSize(NARROW, 740));
        for (String path : PATHS) {
            page.navigate(path);
            assertThat((int) page.evaluate("document.scrollingElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(NARROW);
            assertThat((List<?>) page.evaluate(CUT_OFF)).as(path).isEmpty();
        }
    }

    @Test
    void titlesTellPagesApart() {
        Page page = VISITOR.open("/");
        Set<String> titles = new LinkedHashSet<>();
        List<String> paths = PATHS.stream().filter(path -> !path.contains("?")).toList();
        for (String path : paths) {
            page.navigate(path);
            titles.add(page.title());
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.locator("main")).hasCount(1);
        }
        assertThat(titles).hasSameSizeAs(paths).allMatch(title -> title.endsWith(" – PrismQ"));
    }

    /** What a card hides because it is wider than the screen, and nobody can scroll to. */
    private static final String CUT_OFF = """
            [...document.querySelectorAll("main *")].filter((element) => {
              const box = element.getBoundingClientRect();
              return box.width > 1 && box.right > innerWidth + 1 && !element.closest(".scroll, .code, .stacked thead");
            }).map((element) => element.outerHTML.slice(0, 200))""";

    private static void noticesStandOut(Page page) throws IOException {
        page.navigate("/tasks");
        page.locator("#cancel-selected").click();
        assertThat(page.locator("#notice.bad")).isVisible();
        assertThat((List<?>) page.evaluate(contrast())).isEmpty();
        page.locator("#select-all").check();
        page.locator("#delete-selected").click();
        assertThat(page.locator("#yes")).isVisible();
        assertThat((List<?>) page.evaluate(contrast())).isEmpty();
        page.navigate("/enqueue");
        page.locator("#type").fill("no type");
        VISITOR.expect(422);
        page.locator("#submit").click();
        assertThat(page.locator("[data-error=type]")).isVisible();
        assertThat((List<?>) page.evaluate(contrast())).isEmpty();
        page.locator("#type").fill("contrast");
        page.locator("#submit").click();
        assertThat(page.locator("#notice.good")).isVisible();
        assertThat((List<?>) page.evaluate(contrast())).isEmpty();
        VISITOR.expect(404);
        page.navigate("/nowhere");
        assertThat((List<?>) page.evaluate(contrast())).isEmpty();
    }

    private static String contrast() throws IOException {
        try (InputStream script = AppearanceIT.class.getResourceAsStream("contrast.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
