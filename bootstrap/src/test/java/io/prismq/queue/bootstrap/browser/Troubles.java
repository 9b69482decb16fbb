package io.prismq.queue.bootstrap.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What went wrong in a browser: errors of scripts, what the security policy forbade, requests that failed. */
final class Troubles {
    private static final String REPORT_VIOLATIONS = """
            addEventListener("securitypolicyviolation", (event) =>
              console.error("forbidden: " + event.violatedDirective + " " + event.blockedURI));
            """;

    /** Of a request whose page was left, such as that for events. */
    private static final String LEFT = "net::ERR_ABORTED";

    /** The console repeats what the response tells. */
    private static final String REPEATED = "Failed to load resource";

    private final List<String> found = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();

    void watch(BrowserContext context) {
        context.addInitScript(REPORT_VIOLATIONS);
        context.onPage(this::watch);
    }

    /** One answer with such a status is no trouble. */
    void expect(int status) {
        expected.add(status);
    }

    /** All of them, and what was expected and did not come. */
    List<String> all() {
        List<String> all = new ArrayList<>(found);
        expected.forEach(status -> all.add("no answer was " + status));
        return all;
    }

    private void watch(Page page) {
        page.onPageError(found::add);
        page.onConsoleMessage(this::console);
        page.onRequestFailed(this::failure);
        page.onResponse(this::response);
    }

    private void console(ConsoleMessage message) {
        Predicate<String> isBad = List.of("error", "warning")::contains;
        if (isBad.test(message.type()) && !message.text().startsWith(REPEATED)) {
            found.add(message.text());
        }
    }

    private void failure(Request request) {
        if (!LEFT.equals(request.failure())) {
            found.add(request.failure() + " " + request.url());
        }
    }

    private void response(Response response) {
        if (response.status() >= 400 && !expected.remove((Integer) response.status())) {
            found.add(response.status() + " " + response.url());
        }
    }
}
