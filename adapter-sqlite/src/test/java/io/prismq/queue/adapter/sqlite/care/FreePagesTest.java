package io.prismq.queue.adapter.sqlite.care;

import static io.prismq.queue.adapter.sqlite.TestDatabase.unit;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.commit.WriteUnit;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.task.TaskId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePagesTest {
    private static final int TASKS = 200;
    private static final long RESERVE = 100;

    private final TestDatabase database;
    private final FreePages freePages = new FreePages(RESERVE);

    FreePagesTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
        String payload = "{\"text\":\"" + "x".repeat(20_000) + "\"}";
        List<WriteUnit<?>> inserts = new ArrayList<>();
        for (int task = 0; task < TASKS; task++) {
            inserts.add(unit(tx -> tx.insert(aTask().payload(payload).build())));
        }
        database.commit(inserts);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void areGivenBackExceptForAReserve() {
        long before = pages();
        delete(TASKS / 2);
        long free = free();

        await().until(() -> {
            freePages.look(database.session());
            return free() <= RESERVE;
        });

        assertThat(free()).isEqualTo(RESERVE);
        assertThat(pages()).isLessThanOrEqualTo(before - free + RESERVE);
        assertThat(database.session().ask("PRAGMA integrity_check", Row::text)).containsExactly("ok");
        assertThat(database.ask("SELECT count(*) FROM task")).isEqualTo(TASKS / 2);
    }

    @Test
    void areGivenBackInBites() {
        delete(TASKS);
        long free = free();

        freePages.look(database.session());

        assertThat(free - free()).isBetween(1L, 64L);
    }

    @Test
    void stayForWhatIsStoredNextWhereTheyAreFew() {
        delete(20);
        long free = free();
        assertThat(free).isBetween(RESERVE, 2 * RESERVE);

        freePages.look(database.session());

        assertThat(free()).isEqualTo(free);
    }

    private void delete(int tasks) {
        List<WriteUnit<?>> deletes = new ArrayList<>();
        for (int id = 1; id <= tasks; id++) {
            TaskId task = new TaskId(id);
            deletes.add(unit(tx -> {
                tx.delete(task);
                return true;
            }));
        }
        database.commit(deletes);
    }

    private long free() {
        return database.ask("PRAGMA freelist_count");
    }

    private long pages() {
        return database.ask("PRAGMA page_count");
    }
}
