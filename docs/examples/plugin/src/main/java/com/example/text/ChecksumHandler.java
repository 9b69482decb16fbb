package com.example.text;

import com.google.gson.Gson;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The SHA-256 of a text in UTF-8. */
public final class ChecksumHandler implements TaskHandler {
    private static final TaskType TYPE = new TaskType("text.checksum");

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws TaskRejectedException, NoSuchAlgorithmException {
        byte[] text = TextPayload.of(payload).text().getBytes(StandardCharsets.UTF_8);
        byte[] checksum = MessageDigest.getInstance("SHA-256").digest(text);
        return new Result(new Gson().toJson(Map.of("sha256", HexFormat.of().formatHex(checksum))));
    }
}
