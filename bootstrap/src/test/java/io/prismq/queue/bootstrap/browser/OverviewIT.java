package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Collections;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverviewIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    private static final String INK = """
            (canvas) => {
              const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
              const context = copy.getContext("2d", { willReadFrequently: true });
              context.drawImage(canvas, 0, 0);
              return context.getImageData(0, 0, copy.width, copy.height).data
                .filter((value, index) => index % 4 === 3 && value > 0).length;
            }""";

    @Test
    void countsWhatHappensWithoutReload() {
        enqueue("counted", 2);
        Page page = VISITOR.open("/");
        assertThat(page.locator("#stream")).hasText("live");
        Locator counted = page.locator("tr[data-type=counted]");
        assertThat(counted.locator("td[data-label=queued]")).hasText("2");
        page.evaluate("window.stayed = true");

        enqueue("counted", 3);

        assertThat(counted.locator("td[data-label=queued]")).hasText("5");
        HeldTask.claim(VISITOR.client(), "counter", "counted").complete("null");
        assertThat(counted.locator("td[data-label=completed]")).hasText("1");
        assertThat(counted.locator("td[data-label=queued]")).hasText("4");
        assertThat(page.locator("#completed")).containsText("per minute");
        assertThat(page.locator("#workers")).hasText("1");
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    }

    @Test
    void drawsTheLastHour() {
        enqueue("drawn", 5);
        Page page = VISITOR.open("/");

        assertThat(page.locator("#chart")).isVisible();
        assertThat((int) page.locator("#chart").evaluate(INK)).isGreaterThan(100);

        assertThat(page.evaluate("Chart.getChart('chart').data.datasets.map((set) => String(set.borderDash))"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .as("lines that those tell apart who see no colours")
                .doesNotHaveDuplicates();

        page.locator("#history summary").click();
        assertThat(page.locator("#history tbody tr")).hasCount(6);
        page.evaluate("window.chartIsTheSame = document.getElementById('chart')");
        enqueue("drawn-too", 1);
        assertThat(page.locator("tr[data-type=drawn-too]")).isVisible();
        assertThat(page.locator("#history")).hasAttribute("open", "");
        assertThat(page.evaluate("window.chartIsTheSame === document.getElementById('chart')"))
                .isEqualTo(true);
        assertThat((int) page.locator("#chart").evaluate(INK)).isGreaterThan(100);
    }

    @Test
    void leadsToTheTasksThatItCounts() {
        enqueue("linked", 2);
        Page page = VISITOR.open("/");

        page.locator("[data-status=queued]").click();
        assertThat(page).hasURL(Pattern.compile(".*/tasks\\?status=queued"));
        assertThat(page.locator("#filter-status")).hasValue("queued");

        page.goBack();
        page.locator("tr[data-type=linked] td[data-label=queued] a").click();
        assertThat(page.locator("#tasks tbody tr")).hasCount(2);
        assertThat(page.locator("#filter-type")).hasValue("linked");
    }

    @Test
    void saysWhatWantsALook() {
        enqueue("waiting", 1);
        VISITOR.client().post("/api/queue/types/waiting/pause", "");

        Page page = VISITOR.open("/");

        assertThat(page.locator("#alarms")).containsText("waiting is paused, with 1 queued task");
        assertThat(page.locator("tr[data-type=waiting] .pill")).hasText("paused");
    }

    private static void enqueue(String type, int tasks) {
        String task = "{\"type\":\"%s\"}".formatted(type);
        VISITOR.client()
                .post(
                        "/api/queue/enqueue/batch",
                        "{\"tasks\":[%s]}".formatted(String.join(",", Collections.nCopies(tasks, task))));
    }
}
