package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnqueueTest extends ServerTest {
    @Test
    void anEnqueuedTaskIsThereToBeRead() {
        Answer created = caller.enqueue("""
                        {"type": "video", "priority": 50, "payload": {"format" : "mp4"}, "compatibility": {"b":1.0,"a":"x"}}
                        """).has(201);

        assertThat(created.json().propertyNames()).containsExactly("task_id", "status", "created_at_utc", "message");
        assertThat(created.word("message")).isEqualTo("Task enqueued successfully");
        assertThat(created.header("Location")).isEqualTo("/api/queue/tasks/" + created.taskId());
        Answer task = caller.get(created.header("Location")).has(200);
        assertThat(task.text())
                .contains("\"payload\":{\"format\" : \"mp4\"}", "\"compatibility\":{\"a\":\"x\",\"b\":1}");
        assertThat(caller.totalTasks()).isEqualTo(1);
    }
}
