package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskListIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    private static final int OF_A_PAGE = 50;

    @Test
    void goesFromPageToPageAndBack() {
        enqueue("paged", OF_A_PAGE + 20);
        Page page = VISITOR.open("/tasks?type=paged");
        Locator rows = rows(page);
        assertThat(rows).hasCount(OF_A_PAGE);
        List<String> newest = ids(page);

        page.locator("#next-page").click();
        assertThat(rows).hasCount(20);
        assertThat(ids(page)).doesNotContainAnyElementsOf(newest);
        assertThat(page.locator("#next-page")).hasCount(0);

        page.goBack();
        assertThat(rows).hasCount(OF_A_PAGE);
        assertThat(ids(page)).isEqualTo(newest);

        page.goForward();
        page.locator("#first-page").click();
        assertThat(rows).hasCount(OF_A_PAGE);
        assertThat(ids(page)).isEqualTo(newest);
    }

    @Test
    void isNarrowedByEachField() {
        enqueue("narrow.a", 3);
        enqueue("narrow.b", 1);
        HeldTask.claim(VISITOR.client(), "narrower", "narrow.a").complete("1");
        long keyed = VISITOR.client().enqueue("{\"type\":\"narrow.b\",\"idempotency_key\":\"narrow-key-1\"}");
        Page page = VISITOR.open("/tasks");

        page.locator("#filter-type").fill("narrow.a");
        page.locator("#filter").click();
        assertThat(rows(page)).hasCount(3);

        page.locator("#filter-status").selectOption("completed");
        page.locator("#filter-type").press("Enter");
        assertThat(rows(page)).hasCount(1);
        assertThat(page.locator("#filter-type")).hasValue("narrow.a");
        assertThat(page.locator("#tasks .pill")).hasText("completed");

        page.getByText("Reset").click();
        assertThat(page.locator("#filter-status")).hasValue("");
        page.locator("#filter-key").fill("narrow-");
        page.locator("#filter").click();
        assertThat(ids(page)).containsExactly(Long.toString(keyed));

        page.getByText("Reset").click();
        page.locator("#filter-id").fill(Long.toString(keyed));
        page.locator("#filter").click();
        assertThat(ids(page)).containsExactly(Long.toString(keyed));

        page.locator("#filter-newer").selectOption("5m");
        page.locator("#filter").click();
        assertThat(rows(page)).hasCount(1);
        page.locator("#filter-newer").selectOption("");
        page.locator("#filter-older").selectOption("5m");
        page.locator("#filter").click();
        assertThat(page.locator(".empty")).hasText("No task meets these filters.");
    }

    @ParameterizedTest
    @CsvSource({"cancel, cancelled", "retry, queued again", "delete, deleted"})
    void doesTheSameToManyOnceItIsMeant(String action, String done) {
        String type = "many." + action;
        enqueue(type, 3);
        if (!action.equals("cancel")) {
            ids(VISITOR.open("/tasks?type=" + type))
                    .forEach(id -> VISITOR.client().post("/api/queue/tasks/" + id + "/cancel", ""));
        }
        Page page = VISITOR.open("/tasks?type=" + type);
        assertThat(page.locator("#selected")).hasText("Select tasks to");
        page.locator("#select-all").check();
        assertThat(page.locator("#selected")).hasText("3 selected:");
        rows(page).first().locator("input").uncheck();
        assertThat(page.locator("#selected")).hasText("2 selected:");
        page.locator("#" + action + "-selected").click();

        assertThat(page.locator("h1")).containsText(" 2 tasks?");
        assertThat(page.locator("h1")).containsText(action, ignoringCase());
        page.locator("#no").click();
        assertThat(rows(page)).hasCount(3);

        page.locator("#select-all").check();
        page.locator("#" + action + "-selected").click();
        assertThat(page.locator("h1")).containsText(" 3 tasks?");
        page.locator("#yes").click();

        assertThat(page.locator("#notice")).hasText("3 tasks " + done);
        assertThat(page.locator("#filter-type")).hasValue(type);
        switch (action) {
            case "cancel" -> assertThat(rows(page).locator(".pill").first()).hasText("cancelled");
            case "retry" -> assertThat(rows(page).locator(".pill").first()).hasText("queued");
            default -> assertThat(rows(page)).hasCount(0);
        }
    }

    @Test
    void saysThatNothingIsSelected() {
        enqueue("unselected", 1);
        Page page = VISITOR.open("/tasks?type=unselected");

        page.locator("#cancel-selected").click();

        assertThat(page.locator("#notice")).hasText("No task is selected");
        assertThat(rows(page)).hasCount(1);
    }

    @Test
    void saysHowManyCouldNotBeDone() {
        enqueue("partly", 2);
        HeldTask.claim(VISITOR.client(), "finisher", "partly").complete("1");
        Page page = VISITOR.open("/tasks?type=partly");

        page.locator("#select-all").check();
        page.locator("#cancel-selected").click();
        assertThat(page.locator("#confirm")).containsText("1 of the 2 selected can be cancelled now; 1 is completed.");
        page.locator("#yes").click();

        assertThat(page.locator("#notice")).hasText("1 task cancelled");
    }

    @Test
    void goesBackFromWhatWasDone() {
        enqueue("regretted", 2);
        Page page = VISITOR.open("/tasks?type=regretted");
        page.locator("#select-all").check();
        page.locator("#cancel-selected").click();
        page.locator("#yes").click();
        assertThat(page.locator("#notice")).hasText("2 tasks cancelled");

        page.goBack();
        assertThat(page.locator("h1")).hasText("None of these 2 tasks can be cancelled");
        assertThat(page.locator("#yes")).hasCount(0);

        page.goBack();
        assertThat(rows(page)).hasCount(2);
    }

    @Test
    void keepsWhatIsSelectedWhileARefreshIsUnderWay() {
        enqueue("chosen", 1);
        Page page = VISITOR.open("/tasks?type=chosen");
        assertThat(page.locator("#stream")).hasText("live");

        page.evaluate("""
                async () => {
                  const refreshed = htmx.ajax("GET", location.href, { target: "#live", select: "#live", swap: "outerHTML" });
                  document.querySelector("#tasks [name=id]").click();
                  await refreshed;
                }""");

        assertThat(rows(page).locator("input")).isChecked();
        assertThat(page.locator("#selected")).hasText("1 selected:");
    }

    @Test
    void saysThatItWaitsWhileTasksAreSelected() {
        enqueue("held", 2);
        Page page = VISITOR.open("/tasks?type=held");
        assertThat(page.locator("#stream")).hasText("live");

        page.locator("#select-all").check();
        assertThat(page.locator("#stream")).hasText("paused: 2 selected");
        enqueue("held", 1);
        page.locator("#select-all").uncheck();

        assertThat(page.locator("#stream")).hasText("live");
        assertThat(rows(page)).hasCount(3);
    }

    /** What is on them would move from page to page. */
    @Test
    void asksForNothingOnLaterPages() {
        enqueue("later", OF_A_PAGE + 1);
        Page page = VISITOR.open("/tasks?type=later");
        page.clock().install();
        page.locator("#next-page").click();
        assertThat(rows(page)).hasCount(1);
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        rows(page).locator("input").check();
        rows(page).locator("input").uncheck();
        page.clock().runFor(60_000);

        assertThat(page.locator("#stream")).isHidden();
        assertThat(asked).isEmpty();
    }

    @Test
    void showsNewTasksWithoutReload() {
        enqueue("fresh", 1);
        Page page = VISITOR.open("/tasks?type=fresh");
        assertThat(page.locator("#stream")).hasText("live");

        enqueue("fresh", 1);
        assertThat(rows(page)).hasCount(2);

        HeldTask task = HeldTask.claim(VISITOR.client(), "showing", "fresh");
        task.tell(30, "a third", "info", "at it");
        Locator row = page.locator("tr[data-task='%d']".formatted(task.id()));
        assertThat(row.locator("progress")).hasAttribute("value", "30");
        assertThat(row.locator("[data-label='Worker or error']")).hasText("showing");
    }

    private static LocatorAssertions.ContainsTextOptions ignoringCase() {
        return new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true);
    }

    private static Locator rows(Page page) {
        return page.locator("#live tbody tr");
    }

    private static List<String> ids(Page page) {
        return page.locator("#tasks td.id").allInnerTexts();
    }

    private static void enqueue(String type, int tasks) {
        VISITOR.client()
                .post(
                        "/api/queue/enqueue/batch",
                        IntStream.range(0, tasks)
                                .mapToObj(task -> "{\"type\":\"%s\"}".formatted(type))
                                .collect(Collectors.joining(",", "{\"tasks\":[", "]}")));
    }
}
