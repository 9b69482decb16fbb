package io.prismq.queue.adapter.sqlite.session;

import io.prismq.queue.domain.port.StoreBusyException;
import io.prismq.queue.domain.port.StoreCorruptException;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** The one place that turns the driver's errors into those of the port. */
final class SqliteErrors {
    /** The primary result code is the lowest byte of an extended one: https://www.sqlite.org/rescode.html. */
    private static final int PRIMARY = 0xff;

    private SqliteErrors() {}

    static RuntimeException translate(SQLException error) {
        return switch (SQLiteErrorCode.getErrorCode(error.getErrorCode() & PRIMARY)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreBusyException(
                        "The database is held by another process; try again, or find out who keeps it locked.", error);
            case SQLITE_FULL ->
                new StoreFullException(
                        "There is no room left for the database; free disk space, or raise its size limit.", error);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
                new StoreReadOnlyException(
                        "The database cannot be opened for writing; check the owner and the permissions of the file"
                                + " and of its directory.",
                        error);
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                new StoreCorruptException(
                        "The file is not a PrismQ database, or it is damaged; restore it from a backup.", error);
            // A unit contradicted what is stored; the transaction is as it was before the statement.
            case SQLITE_CONSTRAINT -> new IllegalStateException("the database refused a contradiction", error);
            default ->
                new TaskStoreException(
                        "The database failed; look for the cause in the log, and check the disk.", error);
        };
    }
}
