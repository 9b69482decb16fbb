package io.prismq.queue.adapter.sqlite.backup;

import io.prismq.queue.domain.port.SystemClock;
import java.nio.file.Path;
import java.util.Optional;

/** A process that restores one backup after the other until it is killed. */
final class RestoreLoop {
    private RestoreLoop() {}

    /** Restores to the first file what the others hold, in turn; prints a line for each time. */
    public static void main(String[] arguments) {
        SqliteRestore restore = new SqliteRestore(Path.of(arguments[0]), new SystemClock());
        for (int turn = 0; true; turn++) {
            restore.restore(Path.of(arguments[1 + turn % (arguments.length - 1)]), Optional.empty());
            System.out.println("restored");
        }
    }
}
