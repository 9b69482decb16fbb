package io.prismq.queue.adapter.sqlite.file;

import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreSchemaException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the file's schema to the version of this program: creates it, migrates it, or refuses it. */
public final class Schema implements FileLocks.Alone {
    /** The number of the latest migration; kept in the file, so that an up-to-date one opens without a look at them. */
    public static final long VERSION = 8;

    /** "PQTQ": tells our files from other databases: https://www.sqlite.org/pragma.html#pragma_application_id. */
    public static final long APPLICATION_ID = 0x50515451;

    private final Path path;
    private final Connections connections;

    public Schema(Path path, Connections connections) {
        this.path = path;
        this.connections = connections;
    }

    @Override
    public boolean isNeeded() {
        try (Session session = connections.openUntouched()) {
            long version = session.number("PRAGMA user_version");
            if (isForeign(session)) {
                throw new StoreCorruptException(
                        "The file %s is a database of another program; choose another path.".formatted(path));
            }
            if (version > VERSION) {
                throw new StoreSchemaException(
                        "The database %s has schema version %d, this program knows %d; use the newer program, or a backup."
                                .formatted(path, version, VERSION));
            }
            return version < VERSION;
        }
    }

    @Override
    public void run() {
        prepare();
        try {
            Flyway.configure()
                    .dataSource("jdbc:sqlite:" + path, null, null)
                    .load()
                    .migrate();
        } catch (FlywayException error) {
            throw new StoreSchemaException(
                    "The schema of %s could not be brought to version %d; the log says why.".formatted(path, VERSION),
                    error);
        }
        try (Session session = connections.open()) {
            session.execute("PRAGMA user_version = " + VERSION);
        }
    }

    /** What has to be settled before the first page is written. */
    private void prepare() {
        try (Session session = connections.openUntouched()) {
            if (isEmpty(session)) {
                session.execute("PRAGMA page_size = " + Connections.PAGE_BYTES);
                session.execute("PRAGMA auto_vacuum = INCREMENTAL");
                session.execute("PRAGMA application_id = " + APPLICATION_ID);
                session.execute("PRAGMA journal_mode = WAL");
            }
        }
    }

    public static boolean isForeign(Session session) {
        return !isEmpty(session) && session.number("PRAGMA application_id") != APPLICATION_ID;
    }

    private static boolean isEmpty(Session session) {
        return session.number("SELECT count(*) FROM sqlite_schema") == 0;
    }
}
