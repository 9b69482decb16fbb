package io.prismq.queue.adapter.sqlite;

import io.prismq.queue.adapter.sqlite.session.Connections;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.adapter.sqlite.session.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that reads from a database: at each moment at least one read is open, and none longer than a second. */
final class OverlappingReaders {
    private static final long HELD_MILLIS = 900;

    private OverlappingReaders() {}

    /** Says when it reads, and reads until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = Threads.start("first", () -> read(path, 0, end));
        Thread second = Threads.start("second", () -> read(path, HELD_MILLIS / 2, end));
        while (System.in.read() >= 0) {
            // What it says does not matter.
        }
        end.countDown();
        Threads.join(first);
        Threads.join(second);
    }

    private static void read(Path path, long late, CountDownLatch end) {
        try (Session session = new Connections(path).openForReading()) {
            boolean ended = end.await(late, TimeUnit.MILLISECONDS);
            while (!ended) {
                session.execute("BEGIN");
                session.ask("SELECT max(id) FROM task", Row::number);
                System.out.println("reading");
                ended = end.await(HELD_MILLIS, TimeUnit.MILLISECONDS);
                session.execute("COMMIT");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
