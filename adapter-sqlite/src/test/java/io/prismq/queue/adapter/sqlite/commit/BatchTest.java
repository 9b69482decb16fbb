package io.prismq.queue.adapter.sqlite.commit;

import static io.prismq.queue.adapter.sqlite.TestDatabase.unit;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.adapter.sqlite.TestDatabase;
import io.prismq.queue.adapter.sqlite.session.Row;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.TaskStoreException;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.NewTask;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private static final class OwnMistake extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final TestDatabase database;

    BatchTest(@TempDir Path directory) {
        database = new TestDatabase(directory.resolve("queue.db"));
    }

    @BeforeEach
    void startEmpty() {
        assertThat(stored()).isZero();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Nested
    class AUnitThatFailsAfterItHasWritten {
        @Test
        void leavesNothingWhileItsNeighboursStay() {
            List<WriteUnit<?>> units = List.of(inserting("first"), failingAfterInsert("lost"), inserting("second"));

            Commit commit = database.commit(units);

            assertThat(units.get(1).error()).containsInstanceOf(OwnMistake.class);
            assertThat(units.get(0).error()).isEmpty();
            assertThat(units.get(2).error()).isEmpty();
            assertThat(commit.changed()).extracting(task -> task.type().value()).containsExactly("first", "second");
            assertThat(stored()).isEqualTo(2);
        }

        @Test
        void isNotCounted() {
            database.commit(List.of(inserting("a"), failingAfterInsert("a"), failingAfterInsert("b"), inserting("a")));

            assertThat(database.ask("SELECT sum(tasks) FROM lane_count")).isEqualTo(2);
        }

        @Test
        void leavesNoLaneBehindThatLaterTasksCouldBeTakenFor() {
            database.commit(List.of(failingAfterInsert("gone"), inserting("kept")));
            database.commit(List.of(inserting("new")));

            assertThat(database.session().ask("SELECT type FROM lane ORDER BY id", Row::text))
                    .containsExactly("kept", "new");
            assertThat(database.session().ask("SELECT type FROM task_queue ORDER BY task_id", Row::text))
                    .containsExactly("kept", "new");
        }

        @Test
        void leavesNoLaneBehindInWhichClaimsWouldSeekLaterTasks() {
            Skills gone = new Skills(Set.of(new TaskType("gone")), Capabilities.NONE);
            WriteUnit<List<StoredTask>> claiming = unit(tx -> tx.offers().claimable(ClaimCriteria.of(gone, 10)));

            database.commit(List.of(failingAfterInsert("gone"), inserting("kept"), claiming));
            claiming.acknowledge();

            assertThat(claiming.answer().join()).isEmpty();
        }

        @Test
        void runsItsNeighboursTwiceButKeepsOneRun() {
            List<String> runs = new ArrayList<>();
            WriteUnit<Task> neighbour = unit(tx -> {
                runs.add("run");
                return tx.insert(aTask().build());
            });

            database.commit(List.of(neighbour, failingAfterInsert("lost")));

            assertThat(runs).hasSize(2);
            assertThat(stored()).isEqualTo(1);
        }
    }

    @Nested
    class AUnitThatFailsBeforeItHasWritten {
        @Test
        void doesNotMakeItsNeighboursRunAgain() {
            List<String> runs = new ArrayList<>();
            WriteUnit<Task> neighbour = unit(tx -> {
                runs.add("run");
                return tx.insert(aTask().build());
            });
            WriteUnit<Task> failing = unit(tx -> {
                throw new OwnMistake();
            });

            database.commit(List.of(neighbour, failing));

            assertThat(runs).hasSize(1);
            assertThat(failing.error()).containsInstanceOf(OwnMistake.class);
        }
    }

    @Nested
    class AUnitThatContradictsWhatIsStored {
        @Test
        void isTakenBackEvenIfItKeepsTheErrorToItself() {
            WriteUnit<String> hiding = unit(tx -> {
                tx.insert(aTask().type("hidden").idempotencyKey("key").build());
                try {
                    tx.insert(aTask().idempotencyKey("key").build());
                } catch (IllegalStateException taken) {
                    throw new OwnMistake();
                }
                return "unreachable";
            });

            database.commit(List.of(hiding, inserting("kept")));

            assertThat(hiding.error()).containsInstanceOf(OwnMistake.class);
            assertThat(stored()).isEqualTo(1);
        }
    }

    @Nested
    class WithoutRoom {
        @Test
        void acknowledgesNoUnitAndStoresNothing() {
            limitToPages(database.ask("PRAGMA page_count") + 4);
            List<WriteUnit<?>> units = List.of(inserting("small"), insertingLarge(), inserting("small-too"));

            assertThatThrownBy(() -> database.commit(units)).isInstanceOf(StoreFullException.class);

            assertThat(stored()).isZero();
        }

        @Test
        void acknowledgesNothingEvenIfTheUnitKeepsTheErrorToItself() {
            limitToPages(database.ask("PRAGMA page_count") + 4);
            WriteUnit<String> hiding = unit(tx -> {
                try {
                    tx.insert(large());
                } catch (TaskStoreException hidden) {
                    return "all is well";
                }
                return "unreachable";
            });

            assertThatThrownBy(() -> database.commit(List.of(inserting("small"), hiding)))
                    .isInstanceOf(StoreFullException.class);
            assertThat(stored()).isZero();
        }

        @Test
        void stillTakesWhatFits() {
            limitToPages(database.ask("PRAGMA page_count") + 4);
            assertThatThrownBy(() -> database.commit(List.of(insertingLarge()))).isInstanceOf(StoreFullException.class);

            database.commit(List.of(inserting("small")));

            assertThat(stored()).isEqualTo(1);
        }

        @Test
        void goesOnWhenThereIsRoomAgain() {
            limitToPages(database.ask("PRAGMA page_count") + 4);
            assertThatThrownBy(() -> database.commit(List.of(insertingLarge()))).isInstanceOf(StoreFullException.class);
            limitToPages(1_000_000);

            database.commit(List.of(insertingLarge()));

            assertThat(stored()).isEqualTo(1);
        }

        private void limitToPages(long pages) {
            database.session().execute("PRAGMA max_page_count = " + pages);
        }

        @Test
        void takesTheLittleThatAddsNoTaskOutOfWhatIsKeptFree() {
            long pages = database.ask("PRAGMA page_count");
            WriteUnit<Boolean> noting = unit(tx -> {
                Deed deed = new Deed(new By("x".repeat(By.MAX_LENGTH), null), Action.LOGIN, null, Outcome.DONE);
                for (int n = 0; n < 20; n++) {
                    tx.history().audit().add(tx.now(), deed);
                }
                return true;
            });
            WriteUnit<Task> inserting = insertingLarge();

            new Batch(database.session(), () -> Tasks.NOW, List.of(noting, inserting), needed -> needed <= pages)
                    .commit();

            assertThat(database.ask("PRAGMA page_count")).isGreaterThan(pages);
            assertThat(noting.error()).isEmpty();
            assertThat(inserting.error()).containsInstanceOf(StoreFullException.class);
        }

        private WriteUnit<Task> insertingLarge() {
            return unit(tx -> tx.insert(large()));
        }
    }

    private static NewTask large() {
        return aTask().payload("{\"text\":\"" + "x".repeat(100_000) + "\"}").build();
    }

    @Test
    void seesWhatUnitsBeforeItInTheBatchHaveDone() {
        WriteUnit<Task> first = inserting("a");
        WriteUnit<Boolean> second = unit(tx -> tx.find(new TaskId(1)).isPresent());

        database.commit(List.of(first, second));
        second.acknowledge();

        assertThat(second.answer()).isCompletedWithValue(true);
    }

    @Test
    void tellsOfNoTaskThatALaterUnitOfTheBatchDeleted() {
        Commit commit = database.commit(List.of(
                inserting("gone"),
                unit(tx -> {
                    tx.delete(new TaskId(1));
                    return true;
                }),
                inserting("kept")));

        assertThat(commit.changed()).extracting(task -> task.type().value()).containsExactly("kept");
    }

    private static WriteUnit<Task> inserting(String type) {
        return unit(tx -> tx.insert(aTask().type(type).build()));
    }

    private static WriteUnit<Task> failingAfterInsert(String type) {
        return unit(tx -> {
            tx.insert(aTask().type(type).build());
            throw new OwnMistake();
        });
    }

    private long stored() {
        return database.ask("SELECT count(*) FROM task");
    }
}
