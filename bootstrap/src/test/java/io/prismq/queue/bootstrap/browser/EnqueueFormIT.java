package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EnqueueFormIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    @Test
    void saysWhatIsWrongBesideTheFieldAndKeepsWhatIsTyped() {
        Page page = VISITOR.open("/");
        page.locator("#new-task").click();
        page.locator("#type").fill("from.the.form");
        page.locator("#priority").fill("0");
        page.locator("#payload").fill("{\"to\": ");
        VISITOR.expect(422);
        page.locator("#submit").click();

        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("[data-error=payload]")).containsText("JSON");
        assertThat(page.locator("#payload")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#type")).hasValue("from.the.form");

        page.locator("#payload").fill("{\"to\": \"ada\"}");
        VISITOR.expect(422);
        page.locator("#submit").click();
        assertThat(page.locator("[data-error=priority]")).hasText("must be greater than or equal to 1");
        assertThat(page.locator("#priority")).isFocused();
        assertThat(page).hasTitle("New task: not valid – queue.db – PrismQ");

        page.locator("#priority").fill("3");
        page.locator("#idempotency_key").fill("form-1");
        page.locator("#submit").click();
        assertThat(page.locator("#notice")).containsText("enqueued");
        assertThat(page.locator("#notice")).isFocused();
        assertThat(page.locator("#payload")).hasText("{\n  \"to\": \"ada\"\n}");
        assertThat(page.locator("#facts")).containsText("form-1");

        sendsTheSameAgain(page.url());
    }

    private static void sendsTheSameAgain(String url) {
        Page page = VISITOR.open("/enqueue");
        page.locator("#type").fill("from.the.form");
        page.locator("#priority").fill("3");
        page.locator("#payload").fill("{\"to\": \"ada\"}");
        page.locator("#idempotency_key").fill("form-1");
        page.locator("#submit").click();
        assertThat(page.locator("#notice")).containsText("came of this request before");
        assertThat(page.url()).isEqualTo(url);
    }

    @Test
    void leavesWhatItTookToTheBrowser() {
        Page page = VISITOR.open("/enqueue");

        page.locator("#submit").click();

        assertThat(page.locator("#type")).isFocused();
        assertThat((boolean) page.locator("#type").evaluate("(field) => field.validity.valueMissing"))
                .isTrue();
    }
}
