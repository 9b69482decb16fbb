package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A database with one open session, driven by hand: a batch runs when the test says so. */
final class TestDatabase implements AutoCloseable {
    private final DatabaseFile file;
    private final Session session;

    TestDatabase(Path path) {
        this.file = DatabaseFile.open(SqliteSettings.of(path));
        this.session = file.connect();
    }

    Session session() {
        return session;
    }

    DatabaseFile file() {
        return file;
    }

    Commit commit(List<WriteUnit<?>> units) {
        return new Batch(session, () -> Tasks.NOW, units).commit();
    }

    static <R> WriteUnit<R> unit(Function<TaskTransaction, R> work) {
        return new WriteUnit<>(work, 0);
    }

    long ask(String question) {
        return session.ask(question, Row::number).get(0);
    }

    @Override
    public void close() {
        session.close();
        file.close();
    }
}
