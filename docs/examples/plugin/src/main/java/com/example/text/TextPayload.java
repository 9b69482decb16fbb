package com.example.text;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;

/** What a task brings: {@code {"text": "..."}}. */
record TextPayload(String text) {
    private static final Gson JSON = new Gson();

    /** No further attempt can help a payload that is wrong, so it is rejected. */
    static TextPayload of(Payload payload) throws TaskRejectedException {
        try {
            TextPayload read = JSON.fromJson(payload.json(), TextPayload.class);
            if (read.text() == null) {
                throw new TaskRejectedException("text is missing");
            }
            return read;
        } catch (JsonParseException wrong) {
            throw new TaskRejectedException("text must be a string");
        }
    }
}
