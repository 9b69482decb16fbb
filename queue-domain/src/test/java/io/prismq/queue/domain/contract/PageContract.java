package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class PageContract extends StoreTest {
    private static final TaskQuery ALL =
            new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), 100, Long.MAX_VALUE);

    PageContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void isEmptyWhereNothingIsStored() {
        assertThat(page(ALL)).isEqualTo(new TaskPage(List.of(), false));
    }

    @Test
    void showsTheNewestFirstWhateverTheirTypeAndStatus() {
        Task first = insert(aTask().priority(1));
        Task second = insert(aTask().type("b"), TaskStatus.COMPLETED);
        Task third = insert(aTask().requires("\"region\":\"eu\""), TaskStatus.CANCELLED);
        Task fourth = insert(aTask().delay(Duration.ofHours(1)));

        assertThat(page(ALL).tasks()).extracting(StoredTask::task).containsExactly(fourth, third, second, first);
    }

    @Test
    void showsTasksWithPayloadAndResult() {
        Task task = insert(aTask().payload("[1]"), TaskStatus.COMPLETED);
        saveResult(task, "2");

        assertThat(page(ALL).tasks()).containsExactly(new StoredTask(task, new Payload("[1]"), new Result("2")));
    }

    @Test
    void showsOneTypeAlone() {
        Task plain = insert(aTask().type("a"));
        insert(aTask().type("b"));
        Task demanding = insert(aTask().type("a").requires("\"region\":\"eu\""), TaskStatus.FAILED);

        assertThat(ids(type("a"))).containsExactly(demanding.id(), plain.id());
        assertThat(ids(type("c"))).isEmpty();
    }

    @Test
    void showsOneStatusAlone() {
        Task first = insert(aTask().type("a"), TaskStatus.FAILED);
        insert(aTask().type("a"));
        Task third = insert(aTask().type("b"), TaskStatus.FAILED);

        assertThat(ids(status(TaskStatus.FAILED))).containsExactly(third.id(), first.id());
        assertThat(ids(status(TaskStatus.CANCELLED))).isEmpty();
    }

    @Test
    void showsOneTypeInOneStatusAlone() {
        insert(aTask().type("a"));
        insert(aTask().type("b"), TaskStatus.FAILED);
        Task third = insert(aTask().type("a"), TaskStatus.FAILED);

        TaskQuery query = new TaskQuery(
                Optional.of(new TaskType("a")), Optional.of(TaskStatus.FAILED), Optional.empty(), 10, 1000);

        assertThat(ids(query)).containsExactly(third.id());
    }

    @Test
    void saysWhetherMoreFollow() {
        insertAll(aTask(), aTask(), aTask());

        assertThat(page(limit(2)).tasks()).hasSize(2);
        assertThat(page(limit(2)).more()).isTrue();
        assertThat(page(limit(3)).more()).isFalse();
        assertThat(page(limit(4)).tasks()).hasSize(3);
    }

    @Test
    void leadsThroughAllTasksPageByPage() {
        List<Task> stored = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            stored.add(insert(aTask().type("type-" + n % 3), n % 2 == 0 ? TaskStatus.QUEUED : TaskStatus.CANCELLED));
        }

        assertThat(walk(limit(5))).containsExactlyInAnyOrderElementsOf(stored).hasSize(23);
        assertThat(walk(new TaskQuery(
                        Optional.of(new TaskType("type-1")), Optional.empty(), Optional.empty(), 2, 1000)))
                .hasSize(8);
    }

    @Test
    void startsBeforeAnIdThatIsGone() {
        List<Task> tasks = insertAll(aTask(), aTask(), aTask());
        delete(tasks.get(1));

        assertThat(ids(before(tasks.get(1).id(), 10, 1000)))
                .containsExactly(tasks.get(0).id());
    }

    @Test
    void endsAfterTheTaskThatBringsItToItsSize() {
        insertAll(aTask().payload("12"), aTask().payload("345"), aTask().payload("6789"));

        assertThat(page(bytes(4)).tasks()).hasSize(1);
        assertThat(page(bytes(5)).tasks()).hasSize(2);
        assertThat(page(bytes(7)).tasks()).hasSize(2);
        assertThat(page(bytes(7)).more()).isTrue();
        assertThat(page(bytes(8)).tasks()).hasSize(3);
        assertThat(page(bytes(9)).more()).isFalse();
    }

    @Test
    void countsResultsInItsSize() {
        insert(aTask().payload("1"));
        saveResult(insert(aTask().payload("1"), TaskStatus.COMPLETED), "4567");

        assertThat(page(bytes(5)).tasks()).hasSize(1);
        assertThat(page(bytes(6)).tasks()).hasSize(2);
    }

    @Test
    void holdsOneTaskHoweverLargeItIs() {
        insert(aTask().payload("\"" + "x".repeat(10_000) + "\""));

        assertThat(page(bytes(1)).tasks()).hasSize(1);
        assertThat(page(bytes(1)).more()).isFalse();
    }

    private List<Task> walk(TaskQuery query) {
        TaskPage page = page(query);
        List<Task> seen =
                new ArrayList<>(page.tasks().stream().map(StoredTask::task).toList());
        while (page.more()) {
            Optional<TaskId> last = Optional.of(seen.get(seen.size() - 1).id());
            page = page(new TaskQuery(query.type(), query.status(), last, query.limit(), query.maxBytes()));
            page.tasks().forEach(stored -> seen.add(stored.task()));
        }
        assertThat(seen).isSortedAccordingTo((left, right) -> right.id().compareTo(left.id()));
        return seen;
    }

    private TaskPage page(TaskQuery query) {
        return store.read(reads -> reads.search().page(query));
    }

    private List<TaskId> ids(TaskQuery query) {
        return page(query).tasks().stream().map(stored -> stored.task().id()).toList();
    }

    private void saveResult(Task task, String json) {
        write(tx -> {
            tx.saveResult(task.id(), new Result(json));
            return task;
        });
    }

    private static TaskQuery type(String type) {
        return new TaskQuery(Optional.of(new TaskType(type)), Optional.empty(), Optional.empty(), 10, 1000);
    }

    private static TaskQuery status(TaskStatus status) {
        return new TaskQuery(Optional.empty(), Optional.of(status), Optional.empty(), 10, 1000);
    }

    private static TaskQuery limit(int limit) {
        return new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), limit, Long.MAX_VALUE);
    }

    private static TaskQuery bytes(long maxBytes) {
        return new TaskQuery(Optional.empty(), Optional.empty(), Optional.empty(), 10, maxBytes);
    }

    private static TaskQuery before(TaskId id, int limit, long maxBytes) {
        return new TaskQuery(Optional.empty(), Optional.empty(), Optional.of(id), limit, maxBytes);
    }
}
