package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WithoutScriptsIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    @Test
    void everyPageIsRead() {
        long id = VISITOR.client().enqueue("{\"type\":\"plain\",\"payload\":{\"to\":\"ada\"}}");
        HeldTask.claim(VISITOR.client(), "plain-worker", "plain").tell(20, "begun", "info", "a line");
        Page page = open("/");
        assertThat(page.locator("tr[data-type=plain]")).containsText("1");
        assertThat(page.locator("#chart-card")).isHidden();
        page.locator("#history summary").click();
        assertThat(page.locator("#history tbody tr")).hasCount(6);

        follow(page, "Tasks");
        page.locator("#filter-type").fill("plain");
        page.locator("#filter").click();
        assertThat(page.locator("#select-all")).isHidden();
        page.locator("#tasks td.id a").click();
        assertThat(page.locator("h1")).containsText("Task " + id);
        assertThat(page.locator("#payload")).containsText("ada");
        assertThat(page.locator("#progress")).containsText("begun");
        assertThat(page.locator("#log")).containsText("a line");
        assertThat(page.locator("[data-copy=payload]")).isHidden();

        follow(page, "Types");
        assertThat(page.locator("tr[data-type=plain]")).isVisible();
        follow(page, "Workers");
        assertThat(page.locator("tr[data-worker=plain-worker]")).isVisible();
        follow(page, "Maintenance");
        assertThat(page.locator("#database-size")).isVisible();
    }

    @Test
    void tasksAreEnqueuedAndCancelled() {
        Page page = open("/enqueue");
        page.locator("#type").fill("plain.form");
        page.locator("#submit").click();
        assertThat(page.locator("#notice")).containsText("enqueued");

        page.navigate("/tasks?type=plain.form");
        page.locator("#tasks input[name=id]").check();
        page.locator("#cancel-selected").click();
        assertThat(page.locator("h1")).hasText("Cancel 1 task?");
        page.locator("#yes").click();

        assertThat(page.locator("#notice")).hasText("1 task cancelled");
        assertThat(page.locator("#tasks .pill")).hasText("cancelled");
    }

    private static Page open(String path) {
        return VISITOR.open(path, new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private static void follow(Page page, String link) {
        page.locator("nav[aria-label=Main]").getByText(link).click();
        assertThat(page.locator("h1")).hasText(link);
    }
}
