package io.prismq.queue.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.prismq.queue.bootstrap.process.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client says is shown as it said it, and nothing of it is run. */
class HostileTextIT {
    private static final String SCRIPT = "<script>window.hacked=1</script>";
    private static final String IMAGE = "\"><img src=x onerror=window.hacked=1>";
    private static final String TYPE = "hostile";
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final Visitor VISITOR = new Visitor("--no-worker");

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, IMAGE})
    void isTextWhereverATaskShowsIt(String text) {
        long id = enqueue(text, 1);
        HeldTask task = HeldTask.claim(client(), text, TYPE, object(text).toString());
        task.tell(10, text, "warn", text);
        Page page = VISITOR.open("/tasks/" + id);
        for (String place : List.of("#progress", "#facts", "#log", "#attempts", "#payload", "#compatibility")) {
            assertThat(page.locator(place)).containsText(shown(place, text));
        }

        page.navigate("/tasks?type=" + TYPE);
        assertThat(page.locator(row(id))).containsText(text);
        page.navigate("/workers");
        assertThat(page.locator("#workers-table")).containsText(text);
        assertThat(page.locator("#workers-table code").first()).containsText("hacked=1");

        task.reject(text, JSON.writeValueAsString(text));
        page.navigate("/tasks/" + id);
        assertThat(page.locator("#failure")).containsText(text);
        assertThat(page.locator("#attempts pre")).hasText(text);
        page.locator("#log summary").click();
        assertThat(page.locator("#log details pre")).containsText(shown("#log details", text));
        page.navigate("/tasks?type=" + TYPE);
        assertThat(page.locator(row(id))).containsText(text);

        page.navigate("/enqueue?from=" + id);
        assertThat(page.locator("#payload")).hasValue(Pattern.compile(".*hacked=1.*", Pattern.DOTALL));
        isUnharmed(page);

        long completed = enqueue(text, 2);
        HeldTask.claim(client(), text, TYPE, object(text).toString())
                .complete(object(text).toString());
        page.navigate("/tasks/" + completed);
        assertThat(page.locator("#result")).containsText(shown("#result", text));
        isUnharmed(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, IMAGE})
    void isTextWhenItComesInAnAddress(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        Page page = VISITOR.open("/tasks?key=" + encoded);
        assertThat(page.locator("#filter-key")).hasValue(text);
        isUnharmed(page);

        for (String query : List.of("status=", "type=", "id=", "older_than=", "newer_than=", "cursor=", "")) {
            VISITOR.expect(422);
            page.navigate("/tasks?" + query + encoded);
            assertThat(page.locator("#problem, [aria-invalid]").first()).isVisible();
            isUnharmed(page);
        }
        VISITOR.expect(422);
        page.navigate("/enqueue?from=" + encoded);
        isUnharmed(page);
        VISITOR.expect(422);
        page.navigate("/tasks/" + segment(encoded));
        isUnharmed(page);
        VISITOR.expect(404);
        page.navigate("/" + segment(encoded));
        assertThat(page.locator("#problem")).isVisible();
        isUnharmed(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRIPT, IMAGE})
    void isTextInAFormThatIsShownAgain(String text) {
        Page page = VISITOR.open("/enqueue");
        List<String> fields = List.of("type", "priority", "max_attempts", "run_after_utc", "ttl_seconds");
        for (String field : fields) {
            page.locator("#" + field).fill(text);
        }
        page.locator("#payload").fill("</textarea>" + text);
        VISITOR.expect(422);
        page.locator("#submit").click();

        assertThat(page.locator("#errors")).isVisible();
        assertThat(page.locator("#payload")).hasValue("</textarea>" + text);
        for (String field : fields) {
            assertThat(page.locator("#" + field)).hasValue(text);
        }
        isUnharmed(page);
    }

    private static String segment(String encoded) {
        return encoded.replace("+", "%20").replace("%2F", "-");
    }

    private static void isUnharmed(Page page) {
        assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        assertThat(page.locator("main script, main img, header script")).hasCount(0);
    }

    /** In JSON, quotes are escaped. */
    private static String shown(String place, String text) {
        boolean isJson =
                List.of("#payload", "#compatibility", "#result", "#log details").contains(place);
        return isJson ? text.replace("\"", "\\\"") : text;
    }

    private static String row(long id) {
        return "tr[data-task='%d']".formatted(id);
    }

    private static long enqueue(String text, int number) {
        ObjectNode task = JSON.createObjectNode().put("type", TYPE);
        task.put("idempotency_key", text + number);
        task.set("payload", object(text));
        task.set("compatibility", object(text));
        return client().enqueue(task.toString());
    }

    private static ObjectNode object(String text) {
        return JSON.createObjectNode().put(text, text);
    }

    private static ApiClient client() {
        return VISITOR.client();
    }
}
