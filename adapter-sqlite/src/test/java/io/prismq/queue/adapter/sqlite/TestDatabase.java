package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.adapter.sqlite.commit.Batch;
import io.prismq.queue.adapter.sqlite.commit.WriteUnit;
import io.prismq.queue.adapter.sqlite.file.FileLocks;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A database with one open session, driven by hand: a batch runs when the test says so. */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseFile file;
    private final Session session;

    public TestDatabase(Path path) {
        this.file = DatabaseFile.open(SqliteSettings.of(path));
        this.session = file.connect();
    }

    public Session session() {
        return session;
    }

    DatabaseFile file() {
        return file;
    }

    public Session connect() {
        return file.connect();
    }

    public Session connectForReading() {
        return file.connectForReading();
    }

    public BackupVault backups(Path directory) {
        return file.backups(directory);
    }

    public FileLocks locks() {
        return file.locks();
    }

    public Commit commit(List<WriteUnit<?>> units) {
        return new Batch(session, () -> Tasks.NOW, units).commit();
    }

    public static <R> WriteUnit<R> unit(Function<TaskTransaction, R> work) {
        return new WriteUnit<>(work, 0);
    }

    public long ask(String question) {
        return session.number(question);
    }

    @Override
    public void close() {
        session.close();
        file.close();
    }
}
