package io.prismq.queue.adapter.sqlite;

import static io.prismq.queue.domain.testing.Tasks.aTask;

import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads by every connection and writes once, for each line that it is sent, and says what became of the write. */
final class WritesOnDemand {
    /** How an answer begins; what it logs does not. */
    static final String ANSWER = "write: ";

    private WritesOnDemand() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SqliteSettings settings = SqliteSettings.of(Path.of(arguments[0]));
        try (SqliteTaskStore store = SqliteTaskStore.open(settings, () -> Tasks.NOW)) {
            while (in.readLine() != null) {
                for (int reader = 0; reader < settings.readers(); reader++) {
                    store.read(reads -> reads.find(new TaskId(1)));
                }
                System.out.println(ANSWER + write(store));
            }
        }
    }

    private static String write(SqliteTaskStore store) {
        return store.write(tx -> tx.insert(aTask().build()))
                .toCompletableFuture()
                .handle((task, refusal) ->
                        refusal == null ? "stored" : refusal.getClass().getSimpleName())
                .join();
    }
}
