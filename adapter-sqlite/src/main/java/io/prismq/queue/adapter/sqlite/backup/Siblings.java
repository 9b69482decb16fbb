package io.prismq.queue.adapter.sqlite.backup;

import java.nio.file.Path;
import java.util.List;

/** The files that stand beside a file, by what is appended to its name. */
final class Siblings {
    /**
     * What SQLite keeps beside a database: https://www.sqlite.org/tempfiles.html. It would be applied to whatever has the
     * database's name, so that it never stays behind when that changes.
     */
    static final List<String> OF_SQLITE = List.of("-wal", "-shm", "-journal");

    private Siblings() {}

    static Path of(Path file, String appended) {
        return file.resolveSibling(file.getFileName() + appended);
    }
}
