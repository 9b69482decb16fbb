package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.prismq.queue.bootstrap.process.ApiClient;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types, workers and maintenance. */
class CareIT {
    @RegisterExtension
    static final Visitor VISITOR = new Visitor();

    @Test
    void pausesATypeAndResumesIt() {
        client().enqueue("{\"type\":\"moody\"}");
        Page page = VISITOR.open("/types");
        Locator moody = page.locator("tr[data-type=moody]");
        assertThat(moody.locator("[data-label=Queued]")).hasText("1");

        moody.getByText("Pause").click();
        assertThat(page.locator("#notice")).containsText("moody paused");
        assertThat(moody.locator(".pill")).hasText("paused");
        assertThat(client().post("/api/queue/claims", "{\"worker_id\":\"w\",\"types\":[\"moody\"]}")
                        .body()
                        .get("tasks"))
                .isEmpty();

        moody.getByText("Resume").click();
        assertThat(page.locator("#notice")).hasText("moody resumed");
        HeldTask.claim(client(), "w", "moody");
        assertThat(moody.locator("[data-label=Processing]")).hasText("1");

        moody.locator("th a").click();
        assertThat(page.locator("#tasks tbody tr")).hasCount(1);
    }

    @Test
    void staysAtTheTypeThatIsPaused() {
        for (int type = 10; type < 50; type++) {
            client().enqueue("{\"type\":\"many.%d\"}".formatted(type));
        }
        Page page = VISITOR.open("/types");
        Locator last = page.locator("tr[data-type='many.49']");

        last.getByText("Pause").click();

        assertThat(page.locator("#notice")).containsText("many.49 paused");
        assertThat(last.locator(".pill")).isInViewport();
    }

    @Test
    void showsWhoWorksOnWhat() {
        Page page = VISITOR.open("/workers");
        Locator rows = page.locator("#workers-table tbody tr");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("cleanup_runs")))
                .hasCount(1);

        long id = client().enqueue("{\"type\":\"watched\",\"compatibility\":{\"region\":\"eu\"}}");
        HeldTask task = HeldTask.claim(client(), "encoder-7", "watched", "{\"region\":[\"eu\",\"us\"]}");
        Locator row = page.locator("tr[data-worker='encoder-7']");
        assertThat(row.locator("[data-label=Tasks]")).containsText("1");
        assertThat(row.locator("[data-label=Offers]")).containsText("\"eu\"");

        row.locator("a").click();
        assertThat(page.locator("h1")).containsText("Task " + id);
        task.complete("null");
        assertThat(page.locator("#status")).hasText("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cleanup_runs", "health_check", "cleanup_temp_files", "log_statistics"})
    void runsEachOperation(String operation) {
        Page page = VISITOR.open("/maintenance");

        page.locator("#run-" + operation + " button").click();
        if (operation.startsWith("cleanup")) {
            assertThat(page.locator("h1")).containsText("Delete");
            page.locator("#yes").click();
        }

        assertThat(page.locator("#notice")).hasText(Pattern.compile(operation + " is task \\d+"));
        Locator run = page.locator("#recent tbody tr").first();
        assertThat(run.locator("[data-label=Operation]")).hasText(operation);
        assertThat(run.locator(".pill")).hasText("completed");
    }

    @Test
    void makesABackup() {
        Page page = VISITOR.open("/maintenance");
        assertThat(page.locator("#database-size")).hasText(Pattern.compile("[\\d.]+ [KM]iB"));

        page.locator("#backup button").click();

        assertThat(page.locator("#notice")).hasText(Pattern.compile("Backup .+ has begun"));
        Locator made = page.locator("#backups tbody tr").first();
        assertThat(made.locator(".pill")).hasText("done");
        assertThat(made.locator(".sum code")).hasAttribute("title", Pattern.compile("[0-9a-f]{64}"));
        assertThat(page.locator("#backup-count")).hasText("1");
    }

    private static ApiClient client() {
        return VISITOR.client();
    }
}
