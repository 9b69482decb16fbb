package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyboardIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    private static final String RING = "(element) => getComputedStyle(element).outlineStyle !== 'none'"
            + " && parseFloat(getComputedStyle(element).outlineWidth) >= 2";

    @Test
    void skipsTheHead() {
        Page page = VISITOR.open("/tasks");
        page.keyboard().press("Tab");
        Locator skip = page.locator(".skip");
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();

        page.keyboard().press("Enter");
        assertThat(page.locator("#content")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#filter-status")).isFocused();
    }

    @Test
    void goesRoundThePageWithAVisibleFocus() {
        VISITOR.client().enqueue("{\"type\":\"stop\"}");
        Page page = VISITOR.open("/");
        Locator focused = page.locator(":focus");
        int stops = 0;
        page.keyboard().press("Tab");
        do {
            assertThat(focused).hasCount(1);
            assertThat((boolean) focused.evaluate(RING))
                    .as("a ring around %s", focused.evaluate("(element) => element.outerHTML"))
                    .isTrue();
            page.keyboard().press("Tab");
            stops++;
        } while (focused.count() == 1 && stops < 100);
        assertThat(stops).isBetween(15, 99);
    }

    @Test
    void opensAndActs() {
        long id = VISITOR.client().enqueue("{\"type\":\"keyed\"}");
        Page page = VISITOR.open("/");
        page.locator("nav[aria-label=Main] a").nth(1).focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/tasks$"));

        page.locator("#task-" + id).focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#selected")).hasText("1 selected:");
        page.locator("#cancel-selected").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Cancel 1 task?");
        assertThat(page.locator("#confirm")).isFocused();
        page.locator("#yes").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#notice")).hasText("1 task cancelled");
        assertThat(page.locator("#notice")).isFocused();
    }

    @Test
    void showsExactTimes() {
        long id = VISITOR.client().enqueue("{\"type\":\"timed\"}");
        Page page = VISITOR.open("/tasks?type=timed");
        assertThat(page.locator("#stream")).hasText("live");
        Pattern exact = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} UTC");

        page.locator("#exact-times").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#tasks .since time")).hasText(exact);
        VISITOR.client().enqueue("{\"type\":\"timed\"}");
        assertThat(page.locator("#tasks .since time")).hasText(new Pattern[] {exact, exact});

        page.keyboard().press("Enter");
        assertThat(page.locator("tr[data-task='%d'] .since time".formatted(id)))
                .hasText(Pattern.compile("now|\\d+ s ago"));
    }

    /** The page is true again, and the reader is where the reader was. */
    @Test
    void staysWhereItIsWhenThePageIsRefreshed() {
        VISITOR.client().enqueue("{\"type\":\"resting\"}");
        Page page = VISITOR.open("/");
        assertThat(page.locator("#stream")).hasText("live");
        Locator link = page.locator("tr[data-type=resting] th a");
        link.focus();

        VISITOR.client().enqueue("{\"type\":\"disturbing\"}");

        assertThat(page.locator("tr[data-type=disturbing]")).isVisible();
        assertThat(link).isFocused();
    }
}
