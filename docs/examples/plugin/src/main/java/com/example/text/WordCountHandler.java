package com.example.text;

import com.google.gson.Gson;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskType;
import java.util.List;
import java.util.StringTokenizer;

/** Counts lines and words, and says how far it is. */
public final class WordCountHandler implements TaskHandler {
    private static final TaskType TYPE = new TaskType("text.word_count");

    private record Count(int lines, int words) {}

    @Override
    public TaskType type() {
        return TYPE;
    }

    @Override
    public Result handle(Payload payload, TaskContext context) throws TaskRejectedException, InterruptedException {
        List<String> lines = TextPayload.of(payload).text().lines().toList();
        int words = 0;
        for (int done = 0; done < lines.size(); done++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the task was taken away");
            }
            words += new StringTokenizer(lines.get(done)).countTokens();
            context.progress(100 * (done + 1) / lines.size(), "line %d of %d".formatted(done + 1, lines.size()));
        }
        context.log(LogLevel.INFO, "counted %d words".formatted(words));
        return new Result(new Gson().toJson(new Count(lines.size(), words)));
    }
}
