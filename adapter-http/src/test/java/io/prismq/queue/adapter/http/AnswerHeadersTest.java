package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerHeadersTest extends ServerTest {
    @Test
    void forbidBrowsersToGuessTypesAndTellNothingOfTheServer() {
        List<Answer> answers = List.of(
                caller.get("/api/queue/stats"),
                caller.get("/docs"),
                caller.get("/"),
                caller.get("/api/queue/tasks/7"),
                caller.get("/nowhere"),
                caller.enqueue("{"),
                caller.streamStatus("/api/queue/events"),
                caller.raw("NONSENSE"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().map()).doesNotContainKeys("Server", "server", "X-Powered-By");
        });
    }
}
