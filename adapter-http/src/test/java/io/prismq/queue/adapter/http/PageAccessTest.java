package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.access.Scope.ENQUEUE;
import static io.prismq.queue.domain.access.Scope.MANAGE;
import static io.prismq.queue.domain.access.Scope.READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.access.Anonymity;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may look at which page, and send which form, on a server that asks everybody for a key. */
@SuppressWarnings("NullAway.Init")
class PageAccessTest {
    private static final int LOG_IN = 303;
    private static final int NOT_ENOUGH = 403;

    private static final Set<String> OPEN = Set.of("GET /assets/{file}", "GET /login", "POST /login", "POST /logout");

    /** What the documentation promises. */
    private static final Map<String, Scope> GUARDED = new HashMap<>();

    static {
        for (String page : new String[] {
            "/",
            "/tasks",
            "/tasks/{task_id}",
            "/tasks/confirm",
            "/tasks/actions",
            "/types",
            "/types/pause",
            "/types/resume",
            "/workers",
            "/maintenance",
            "/maintenance/confirm",
            "/maintenance/run",
            "/maintenance/backup"
        }) {
            GUARDED.put("GET " + page, READ);
        }
        GUARDED.put("GET /enqueue", ENQUEUE);
        GUARDED.put("POST /enqueue", ENQUEUE);
        for (String form : new String[] {
            "/tasks/actions", "/types/pause", "/types/resume", "/maintenance/run", "/maintenance/backup"
        }) {
            GUARDED.put("POST " + form, MANAGE);
        }
    }

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.startFor(Anonymity.refused());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isDecidedForEach() {
        Set<String> decided = new HashSet<>(GUARDED.keySet());
        decided.addAll(OPEN);

        assertThat(server.pages()).isEqualTo(decided);
    }

    @Test
    void takesALoginForAll() {
        for (String page : GUARDED.keySet()) {
            Answer answer = open(page, new Browser(server.caller()));
            assertThat(answer.has(LOG_IN).header("Location")).as(page).startsWith("/login");
        }
    }

    @Test
    void takesTheScope() {
        for (Scope scope : Scope.values()) {
            String key = server.key(new Grant(Set.of(scope), Set.of()));
            GUARDED.forEach((page, needed) -> assertThat(isRefused(page, key))
                    .as(scope + " " + page)
                    .isEqualTo(scope != Scope.ADMIN && scope != needed));
        }
    }

    @Test
    void takesAKeyForAllTypes() {
        String key = server.key(new Grant(Set.of(Scope.ADMIN), Set.of(new TaskType("email"))));

        GUARDED.keySet()
                .forEach(page -> assertThat(isRefused(page, key)).as(page).isTrue());
    }

    /** A form without its token is refused as well, after the key. */
    private static boolean isRefused(String page, String key) {
        Answer answer = open(page, new Browser(server.caller()), "Authorization", "Bearer " + key);
        return answer.status() == NOT_ENOUGH && answer.text().contains("The key ");
    }

    private static Answer open(String page, Browser browser, String... headers) {
        String[] parts = page.replace("{task_id}", "1").split(" ", 2);
        return parts[0].equals("GET")
                ? browser.get(parts[1], headers)
                : browser.send(browser.request(parts[1], headers), "");
    }
}
