package io.prismq.queue.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server for the tests of a class, and a person who looks at it. A test after which the browser has something to
 * complain of has failed.
 */
@SuppressWarnings("NullAway.Init")
final class Visitor implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MS = 10_000;

    private final Consumer<Path> past;
    private final String[] options;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Path directory;
    private ServerProcess server;
    private ApiClient client;
    private Browser browser;
    private Troubles troubles;

    /** A visitor of a server with such options. */
    Visitor(String... options) {
        this(database -> {}, options);
    }

    /**
     * A visitor of a server that does not begin today.
     *
     * @param past writes the database that it begins with
     */
    Visitor(Consumer<Path> past, String... options) {
        this.past = past;
        this.options = options.clone();
    }

    ApiClient client() {
        return client;
    }

    /** Opens a page in a window of its own. */
    Page open(String path) {
        return open(path, new Browser.NewContextOptions());
    }

    Page open(String path, Browser.NewContextOptions like) {
        BrowserContext context = browser.newContext(like.setBaseURL(server.address()));
        context.setDefaultTimeout(PATIENCE_MS);
        troubles.watch(context);
        contexts.add(context);
        Page page = context.newPage();
        page.navigate(path);
        return page;
    }

    /** The next answer with this status is no trouble. */
    void expect(int status) {
        troubles.expect(status);
    }

    /** A picture into {@code target/screenshots}; the caret stays, as hiding it would need styles that are forbidden. */
    static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setCaret(ScreenshotCaret.INITIAL);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        browser = Chromium.of(context);
        directory = Files.createTempDirectory("prismq-browser-");
        Path database = directory.resolve("queue.db");
        past.accept(database);
        server = ServerProcess.start(database, options);
        client = server.client();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        troubles = new Troubles();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
            contexts.stream()
                    .flatMap(window -> window.pages().stream())
                    .forEach(page -> page.screenshot(
                            shot("failed-" + name.replaceAll("[^\\w-]", "")).setFullPage(true)));
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(troubles.all()).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
