package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.ClaimOrder;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class ClaimableContract extends StoreTest {
    private static final Capabilities EUROPE = new Capabilities("{}", Set.of("\"region\":\"eu\"", "\"gpu\":true"));

    ClaimableContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void isEmptyWhereNothingIsStored() {
        assertThat(claimable(10, "email")).isEmpty();
    }

    @Test
    void bringsTheTaskWithItsPayload() {
        Task task = insert(aTask().payload("[1]"));

        assertThat(claimable(1, "email")).containsExactly(new StoredTask(task, new Payload("[1]"), null));
    }

    @Test
    void ordersByPriorityThenAge() {
        Task last = insert(aTask().priority(1000));
        Task third = insert(aTask().priority(100));
        Task first = insert(aTask().priority(1));
        Task fourth = insert(aTask().priority(100));
        Task second = insert(aTask().priority(2));

        assertThat(tasks(claimable(10, "email"))).containsExactly(first, second, third, fourth, last);
        assertThat(tasks(claimable(3, "email"))).containsExactly(first, second, third);
    }

    @Test
    void mergesTypesAndCompatibilitiesInOneOrder() {
        List<Task> all = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            all.add(insert(aTask().type("type-" + n % 3)
                    .priority(1 + n * 7 % 5)
                    .requires(n % 2 == 0 ? new String[] {} : new String[] {"\"region\":\"eu\""})));
        }
        all.sort(Comparator.comparing((Task task) -> task.spec().priority().value())
                .thenComparing(Task::id));

        ClaimCriteria criteria = criteria(EUROPE, 25, "type-0", "type-1", "type-2");

        assertThat(tasks(claimable(criteria))).isEqualTo(all.subList(0, 25));
    }

    @Test
    void leavesOtherTypesAlone() {
        insert(aTask().type("a").priority(1));
        Task wanted = insert(aTask().type("b"));
        insert(aTask().type("B").priority(1));

        assertThat(tasks(claimable(10, "b", "unknown"))).containsExactly(wanted);
        assertThat(claimable(10)).isEmpty();
    }

    @Test
    void leavesTasksAloneWhoseDemandsTheWorkerDoesNotMeet() {
        Task plain = insert(aTask());
        Task region = insert(aTask().requires("\"region\":\"eu\""));
        Task both = insert(aTask().requires("\"region\":\"eu\"", "\"gpu\":true"));
        insert(aTask().requires("\"region\":\"us\""));
        insert(aTask().requires("\"region\":\"eu\"", "\"licence\":7"));

        assertThat(tasks(claimable(criteria(EUROPE, 10, "email")))).containsExactly(plain, region, both);
        assertThat(tasks(claimable(10, "email"))).containsExactly(plain);
    }

    @Test
    void bringsQueuedTasksAlone() {
        for (TaskStatus status : TaskStatus.values()) {
            insert(aTask().delay(status == TaskStatus.SCHEDULED ? Duration.ofHours(1) : Duration.ZERO), status);
        }

        assertThat(tasks(claimable(10, "email"))).extracting(Task::status).containsExactly(TaskStatus.QUEUED);
    }

    @Test
    void bringsATaskThatIsQueuedAgain() {
        Task failed = insert(aTask().requires("\"region\":\"eu\""), TaskStatus.FAILED);
        Task retried = save(Tasks.moved(failed.retry(clock.now())));

        assertThat(tasks(claimable(criteria(EUROPE, 10, "email")))).containsExactly(retried);
    }

    @Test
    void endsAfterTheTaskThatBringsItToItsSize() {
        insertAll(aTask().payload("12"), aTask().payload("345"), aTask().payload("6789"));

        assertThat(claimable(bytes(1))).hasSize(1);
        assertThat(claimable(bytes(2))).hasSize(1);
        assertThat(claimable(bytes(3))).hasSize(2);
        assertThat(claimable(bytes(5))).hasSize(2);
        assertThat(claimable(bytes(6))).hasSize(3);
    }

    @Test
    void changesNothingByItself() {
        insertAll(aTask(), aTask());

        assertThat(claimable(10, "email")).isEqualTo(claimable(10, "email")).hasSize(2);
    }

    private List<StoredTask> claimable(int limit, String... types) {
        return claimable(criteria(Capabilities.NONE, limit, types));
    }

    private static List<Task> tasks(List<StoredTask> stored) {
        return stored.stream().map(StoredTask::task).toList();
    }

    private static ClaimCriteria bytes(long maxBytes) {
        return new ClaimCriteria(Tasks.SKILLS, ClaimOrder.PRIORITY, Optional.empty(), 10, maxBytes);
    }

    private static ClaimCriteria criteria(Capabilities capabilities, int limit, String... types) {
        return ClaimCriteria.of(
                new Skills(Stream.of(types).map(TaskType::new).collect(Collectors.toSet()), capabilities), limit);
    }
}
