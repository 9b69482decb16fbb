package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseTokenTest extends ServerTest {
    @Test
    void isShownToNobodyButItsHolder() {
        caller.enqueued("{\"type\":\"a\"}");
        Worker worker = new Worker(caller);
        Answer claimed = worker.claim("a");
        String token = claimed.word("lease_token");

        readersSeeNothingOf(token);
        assertThat(worker.says("heartbeat", claimed, "\"log\":[{\"level\":\"info\",\"message\":\"x\"}]")
                        .text())
                .doesNotContain(token);
        readersSeeNothingOf(token);
        assertThat(worker.says("fail", claimed, "\"error_message\":\"x\",\"error_details\":1")
                        .text())
                .doesNotContain(token);
        readersSeeNothingOf(token);
    }

    private void readersSeeNothingOf(String token) {
        for (String path : new String[] {
            "/api/queue/tasks/1",
            "/api/queue/poll/1",
            "/api/queue/tasks",
            "/api/queue/tasks/1/attempts",
            "/api/queue/tasks/1/logs",
            "/api/queue/workers"
        }) {
            Answer answer = caller.get(path).has(200);
            assertThat(answer.text()).as(path).doesNotContain(token, "lease_token");
            assertThat(answer.headers().toString()).as(path).doesNotContain(token);
        }
    }
}
