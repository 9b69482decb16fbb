package io.prismq.queue.benchmarks.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A worker over HTTP that claims a hundred tasks and completes them, until none is left. */
public final class WorkerTalk implements Talk {
    private static final Pattern TASK = Pattern.compile("\"task_id\":(\\d+),.*?\"lease_token\":\"([0-9a-f]+)\"");
    private static final String SETTLEMENT =
            "{\"task_id\":%s,\"action\":\"complete\",\"lease_token\":\"%s\",\"result\":%s}";

    private final byte[] claim;
    private final String result;
    private boolean claims;

    /** @param result what each task comes to, in JSON */
    public WorkerTalk(String worker, String type, String result) {
        this.claim = Requests.post(
                "/api/queue/claims",
                "{\"worker_id\":\"%s\",\"types\":[\"%s\"],\"max_tasks\":100}".formatted(worker, type));
        this.result = result;
    }

    @Override
    public byte @Nullable [] next(@Nullable Answer last) {
        claims = !claims;
        return claims || last == null ? claim : settle(last);
    }

    private byte @Nullable [] settle(Answer claimed) {
        Matcher tasks = TASK.matcher(claimed.text());
        String settlements = tasks.results()
                .map(task -> SETTLEMENT.formatted(task.group(1), task.group(2), result))
                .collect(Collectors.joining(","));
        return settlements.isEmpty()
                ? null
                : Requests.post("/api/queue/settlements", "{\"settlements\":[" + settlements + "]}");
    }
}
