package io.prismq.queue.bootstrap.client.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.client.view.TaskView;
import io.prismq.queue.bootstrap.connection.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskStoryTest {
    private final TaskStory story = new TaskStory();

    @Test
    void tellsEverythingOnce() {
        assertThat(news("queued", "")).containsExactly("task 7 (email) is queued");
        assertThat(news("queued", "")).isEmpty();
        assertThat(news("processing", attempt(1, 1, "null"))).containsExactly("attempt 1 of 5 runs at w");
        assertThat(news("processing", attempt(1, 1, "null"))).isEmpty();
        assertThat(news("scheduled", attempt(1, 1, "\"failed\"")))
                .containsExactly("attempt 1 of 5 failed: no route", "task 7 (email) waits until 08:00");
    }

    @Test
    void leavesOutNothingThatHappenedInBetween() {
        news("queued", "");

        assertThat(news("failed", attempt(1, 1, "\"timeout\"") + "," + attempt(2, 2, "\"rejected\"")))
                .containsExactly(
                        "attempt 1 of 5 runs at w",
                        "attempt 1 of 5 took too long: no route",
                        "attempt 2 of 5 runs at w",
                        "attempt 2 of 5 failed for good: no route",
                        "task 7 (email) failed: no route");
    }

    @Test
    void isNotAheadOfTheTask() {
        assertThat(news("queued", attempt(1, 1, "null"))).containsExactly("task 7 (email) is queued");
        assertThat(news("processing", attempt(1, 1, "\"completed\""))).isEmpty();
        assertThat(news("completed", attempt(1, 1, "\"completed\"")))
                .containsExactly(
                        "attempt 1 of 5 runs at w",
                        "attempt 1 of 5 completed: no route",
                        "task 7 (email) is completed");
    }

    @Test
    void knowsAnAttemptByItsClaimWhereTheNumbersBeginAnew() {
        news("failed", attempt(1, 1, "\"failed\""));

        assertThat(news("processing", attempt(1, 1, "\"failed\"") + "," + attempt(1, 2, "null")))
                .containsExactly("attempt 1 of 5 runs at w");
    }

    private List<String> news(String status, String attempts) {
        TaskView task = new TaskView(Json.value("""
                {"task_id":7,"type":"email","status":"%s","max_attempts":5,"error_message":"no route",
                 "run_after_utc":"08:00"}""".formatted(status)));
        return story.news(task, Json.value("[" + attempts + "]"));
    }

    private static String attempt(int number, int claim, String outcome) {
        return """
                {"attempt":%d,"claim_no":%d,"worker_id":"w","outcome":%s,"error_message":"no route"}""".formatted(number, claim, outcome);
    }
}
