package io.prismq.queue.bootstrap.client.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Json;
import io.prismq.queue.bootstrap.terminal.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarDisplayTest {
    private final StringWriter drawn = new StringWriter();

    @Test
    void drawsHowFarTheTaskIsBelowWhatHasHappened() {
        try (BarDisplay display = new BarDisplay(7, new PrintWriter(drawn), new Screen(true, 90))) {
            display.show(
                    new TaskView(Json.value("{\"progress\":{\"percent\":40,\"message\":\"half\\u001b way\"}}")),
                    List.of("attempt 1 of 5 runs at w\u0007"));
            await().until(() -> drawn.toString().contains("half"));
        }

        assertThat(drawn.toString())
                .contains("attempt 1 of 5 runs at w\\u0007" + System.lineSeparator())
                .containsPattern("Task 7 +40%.*half\\\\u001b way");
    }

    @Test
    void knowsNoShareOfATaskThatTellsNone() {
        try (BarDisplay display = new BarDisplay(7, new PrintWriter(drawn), new Screen(true, 90))) {
            display.show(new TaskView(Json.value("{\"status\":\"queued\",\"progress\":null}")), List.of());
            await().until(() -> drawn.toString().contains("queued"));
        }

        assertThat(drawn.toString()).containsPattern("Task 7 +\\?").doesNotContain("100");
    }
}
