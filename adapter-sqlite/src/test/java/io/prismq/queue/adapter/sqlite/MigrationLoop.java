package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.domain.port.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Migrates one copy of an old database after the other until it is killed. */
final class MigrationLoop {
    private MigrationLoop() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        for (int copy = 0; ; copy++) {
            Path path = directory.resolve(copy + ".db");
            Files.copy(Path.of(arguments[0]), path);
            System.out.println(Victim.AT_WORK);
            SqliteTaskStore.open(SqliteSettings.of(path), new SystemClock()).close();
        }
    }
}
