package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.prismq.queue.bootstrap.process.ApiClient;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaskPageIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    private static final String LAST_LINE_SHOWS = """
            () => {
              const log = document.getElementById("lines");
              return log.lastElementChild.getBoundingClientRect().bottom <= log.getBoundingClientRect().bottom + 1;
            }""";

    /** In its box, in pixels from above. */
    private static final String PLACE_OF_LINE = """
            (number) => Math.round(document.querySelector("[data-line='" + number + "']").getBoundingClientRect().top
              - document.getElementById("lines").getBoundingClientRect().top)""";

    @Test
    void followsATaskWithoutReload() {
        long id = client().enqueue("{\"type\":\"followed\",\"payload\":{\"n\":1,\"deep\":{\"list\":[1,2]}}}");
        Page page = VISITOR.open("/tasks/" + id);
        assertThat(page.locator("#stream")).hasText("live");
        assertThat(page.locator("#status")).hasText("queued");
        assertThat(page.locator("#payload")).containsText("  \"deep\": {\n");
        page.evaluate("window.stayed = true");

        HeldTask task = HeldTask.claim(client(), "follower-1", "followed");
        assertThat(page.locator("#status")).hasText("processing");
        assertThat(page.locator("#facts")).containsText("follower-1");

        task.tell(40, "second pass", "info", "first pass took 12 s");
        assertThat(page.locator("#progress")).containsText("40 %");
        assertThat(page.locator("#progress")).containsText("second pass");
        assertThat(page.locator("#log li")).hasCount(1);

        task.tell(90, "third pass", "warn", "slower than usual");
        assertThat(page.locator("#progress")).containsText("90 %");
        assertThat(page.locator("#log li").last()).containsText("slower than usual");
        assertThat(page.locator("#log .level").last()).hasText("warn");

        task.complete("{\"frames\":1440}");
        assertThat(page.locator("#status")).hasText("completed");
        assertThat(page.locator("#result")).containsText("\"frames\": 1440");
        assertThat(page.locator("#attempts li")).hasCount(1);
        assertThat(page.locator("#attempts li .pill")).hasText("completed");
        assertThat(page.locator("#cancel")).hasCount(0);
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    }

    @Test
    void showsWhyATaskFailedAndRetriesIt() {
        long id = client().enqueue("{\"type\":\"failing\"}");
        HeldTask.claim(client(), "clumsy", "failing").reject("no room", "{\"needed_bytes\":1048576}");
        Page page = VISITOR.open("/tasks/" + id);
        assertThat(page.locator("#failure")).containsText("no room");
        assertThat(page.locator("#failure .pill")).hasText("rejected");
        page.locator("#log summary").click();
        assertThat(page.locator("#log details pre")).containsText("\"needed_bytes\": 1048576");

        page.locator("#retry").click();
        assertThat(page.locator("h1")).hasText("Retry 1 task?");
        page.locator("#yes").click();

        assertThat(page.locator("#notice")).hasText("1 task queued again");
        assertThat(page.locator("#status")).hasText("queued");
        HeldTask.claim(client(), "skilled", "failing").complete("true");
        assertThat(page.locator("#status")).hasText("completed");
        assertThat(page.locator("#attempts li")).hasCount(2);
        assertThat(page.locator("#notice")).hasText("1 task queued again");
    }

    @Test
    void cancelsARunningTaskAndDeletesIt() {
        long id = client().enqueue("{\"type\":\"stopped\"}");
        HeldTask task = HeldTask.claim(client(), "stopper", "stopped");
        Page page = VISITOR.open("/tasks/" + id);

        page.locator("#cancel").click();
        assertThat(page.locator("h1")).hasText("Cancel 1 task?");
        page.locator("#no").click();
        assertThat(page.locator("#status")).hasText("processing");

        page.locator("#cancel").click();
        page.locator("#yes").click();
        assertThat(page.locator("#notice")).hasText("1 task cancelled");
        assertThat(page.locator("#status")).hasText("cancelled");
        assertThat(task.tell(50, "", "info", "still here")).isEqualTo("cancel");

        page.locator("#delete").click();
        assertThat(page.locator("h1")).hasText("Delete 1 task?");
        page.locator("#yes").click();
        assertThat(page).hasURL(Pattern.compile(".*/tasks$"));
        assertThat(page.locator("#notice")).hasText("1 task deleted");
        assertThat(client().get("/api/queue/tasks/" + id).status()).isEqualTo(404);
    }

    @Test
    void runsATaskAgainAsNew() {
        long id = client().enqueue(
                        "{\"type\":\"again\",\"priority\":7,\"payload\":{\"to\":\"ada\"},\"idempotency_key\":\"once\"}");
        Page page = VISITOR.open("/tasks/" + id);

        page.locator("#again").click();
        assertThat(page.locator("#type")).hasValue("again");
        assertThat(page.locator("#priority")).hasValue("7");
        assertThat(page.locator("#idempotency_key")).hasValue("");
        page.locator("#submit").click();

        assertThat(page.locator("h1")).not().hasText("Task " + id + " again");
        assertThat(page.locator("#payload")).containsText("\"to\": \"ada\"");
        assertThat(page.locator("#facts")).not().containsText("once");
    }

    @Test
    void copiesThePayload() {
        long id = client().enqueue("{\"type\":\"copied\",\"payload\":{\"text\":\"to paste\"}}");
        Page page = VISITOR.open(
                "/tasks/" + id,
                new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));

        page.locator("[data-copy=payload]").click();

        assertThat(page.locator("[data-copy=payload]")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("{\n  \"text\": \"to paste\"\n}");
    }

    /** Half a payload is none. */
    @Test
    void offersNoCopyOfAPart() {
        String text = "x".repeat(100_000);
        long id = client().enqueue("{\"type\":\"copied\",\"payload\":{\"text\":\"" + text + "\"}}");
        Page page = VISITOR.open("/tasks/" + id);

        assertThat(page.locator("#payload + p")).containsText("the beginning of it");
        assertThat(page.locator("[data-copy]")).hasCount(0);
    }

    @Test
    void stopsTheTabulatorOnlyWhereThereIsToScroll() {
        long id = client().enqueue("{\"type\":\"short\",\"payload\":{\"lines\":[%s]}}"
                .formatted(String.join(",", Collections.nCopies(100, "1"))));
        HeldTask.claim(client(), "short-1", "short").reject("no room", "{}");
        Page page = VISITOR.open("/tasks/" + id);

        assertThat(page.locator("#payload")).hasAttribute("tabindex", "0");
        assertThat(page.locator("#failure pre")).hasAttribute("tabindex", "-1");
        assertThat(page.locator("#attempts pre")).hasAttribute("tabindex", "-1");
    }

    @Test
    void followsTheEndOfTheLogUnlessSomebodyReads() {
        long id = client().enqueue("{\"type\":\"talking\"}");
        HeldTask task = HeldTask.claim(client(), "talker", "talking");
        IntStream.rangeClosed(1, 120).forEach(line -> task.tell(1, "", "info", "line " + line + "."));
        Page page = VISITOR.open("/tasks/" + id);
        assertThat(page.locator("#stream")).hasText("live");
        assertThat((boolean) page.evaluate(LAST_LINE_SHOWS)).isTrue();

        task.tell(2, "", "info", "line 121.");
        assertThat(page.locator("#lines li").last()).containsText("line 121.");
        assertThat((boolean) page.evaluate(LAST_LINE_SHOWS)).isTrue();

        page.evaluate("document.getElementById('lines').scrollTop -= 300");
        Object place = page.evaluate(PLACE_OF_LINE, "90");
        task.tell(3, "", "info", "line 122.");
        assertThat(page.locator("#lines li").last()).containsText("line 122.");
        assertThat(page.evaluate(PLACE_OF_LINE, "90")).isEqualTo(place);
    }

    @Test
    void isNotFoundAsAPage() {
        VISITOR.expect(404);

        Page page = VISITOR.open("/tasks/9000000");

        assertThat(page.locator("#problem")).containsText("9000000");
        assertThat(page.locator(".big-status")).hasText("404");
    }

    private static ApiClient client() {
        return VISITOR.client();
    }
}
