package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser opens six connections to a server, and one that listens is kept. */
class ManyWindowsIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    @Test
    void eightOfThemFollowTheQueue() {
        List<Page> windows = new ArrayList<>(List.of(VISITOR.open("/tasks")));
        assertThat(windows.get(0).locator("#stream")).hasText("live");
        while (windows.size() < 8) {
            Page next = windows.get(0).context().newPage();
            next.navigate("/tasks");
            windows.add(next);
            assertThat(next.locator("#stream")).hasText(windows.size() <= 4 ? "live" : "polling");
        }

        long id = VISITOR.client().enqueue("{\"type\":\"seen\"}");
        windows.forEach(window -> assertThat(window.locator("#task-" + id)).isVisible());

        windows.subList(0, 4).forEach(Page::close);
        windows.subList(4, 8)
                .forEach(window -> assertThat(window.locator("#stream")).hasText("live"));
    }
}
