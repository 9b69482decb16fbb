package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.aTask;
import static io.prismq.queue.domain.testing.Tasks.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.ClaimOrder;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.Skills;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class ClaimOrderContract extends StoreTest {
    private static final String EU = "\"region\":\"eu\"";
    private static final String GPU = "\"gpu\":true";
    private static final Skills ABLE =
            new Skills(Set.of(new TaskType("a"), new TaskType("b")), new Capabilities("{}", Set.of(EU, GPU)));

    ClaimOrderContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void beginsWithTheLowestPriorityNumberTheOldestOrTheNewest() {
        List<Task> tasks = insertAll(aTask().priority(5), aTask().priority(9), aTask().priority(1));

        assertThat(offered(Tasks.SKILLS, ClaimOrder.PRIORITY))
                .containsExactly(tasks.get(2), tasks.get(0), tasks.get(1));
        assertThat(offered(Tasks.SKILLS, ClaimOrder.OLDEST)).isEqualTo(tasks);
        assertThat(offered(Tasks.SKILLS, ClaimOrder.NEWEST)).containsExactly(tasks.get(2), tasks.get(1), tasks.get(0));
    }

    @ParameterizedTest
    @EnumSource(ClaimOrder.class)
    void isKeptOverManyLanesWhateverIsNotOffered(ClaimOrder order) {
        List<Task> suitable = aMix().stream().filter(ClaimOrderContract::suits).toList();

        List<Task> expected = suitable.stream().sorted(by(order)).toList();
        assertThat(offered(ABLE, order)).isEqualTo(expected);
        for (int limit : List.of(1, 7, expected.size())) {
            assertThat(tasks(new ClaimCriteria(ABLE, order, Optional.empty(), limit, Long.MAX_VALUE)))
                    .isEqualTo(expected.subList(0, limit));
        }
    }

    @ParameterizedTest
    @EnumSource(ClaimOrder.class)
    void isKeptWithinOneLevel(ClaimOrder order) {
        List<Task> all = aMix();

        for (Priority level : Stream.of(1, 2, 3, 1000).map(Priority::new).toList()) {
            List<Task> expected = all.stream()
                    .filter(ClaimOrderContract::suits)
                    .filter(task -> task.spec().priority().equals(level))
                    .sorted(by(order))
                    .toList();
            assertThat(tasks(new ClaimCriteria(ABLE, order, Optional.of(level), 100, Long.MAX_VALUE)))
                    .isEqualTo(expected);
            assertThat(tasks(new ClaimCriteria(ABLE, order, Optional.of(level), 2, Long.MAX_VALUE)))
                    .isEqualTo(expected.stream().limit(2).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(ClaimOrder.class)
    void endsAfterTheTaskThatBringsTheOfferToItsSize(ClaimOrder order) {
        insertAll(aTask().payload("123"), aTask().payload("456"), aTask().payload("789"));

        for (Optional<Priority> level : List.of(Optional.<Priority>empty(), Optional.of(Priority.DEFAULT))) {
            assertThat(tasks(new ClaimCriteria(Tasks.SKILLS, order, level, 10, 1)))
                    .hasSize(1);
            assertThat(tasks(new ClaimCriteria(Tasks.SKILLS, order, level, 10, 3)))
                    .hasSize(1);
            assertThat(tasks(new ClaimCriteria(Tasks.SKILLS, order, level, 10, 4)))
                    .hasSize(2);
            assertThat(tasks(new ClaimCriteria(Tasks.SKILLS, order, level, 10, 7)))
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(ClaimOrder.class)
    void countsATaskThatIsQueuedAgainAsOldAsItIs(ClaimOrder order) {
        Task first = insert(aTask(), TaskStatus.FAILED);
        Task second = insert(aTask());
        Task again = save(moved(first.retry(clock.now())));

        assertThat(offered(Tasks.SKILLS, order))
                .isEqualTo(Stream.of(again, second).sorted(by(order)).toList());
    }

    @Test
    void knowsTheLevelsOfWhatIsOfferedEachOnceTheLowestNumberFirst() {
        List<Task> all = aMix();

        List<Priority> expected = all.stream()
                .filter(ClaimOrderContract::suits)
                .map(task -> task.spec().priority())
                .distinct()
                .sorted(Comparator.comparing(Priority::value))
                .toList();
        assertThat(levels(ABLE)).isEqualTo(expected).hasSizeGreaterThan(2);
    }

    @Test
    void knowsNoLevelWhereNothingIsOffered() {
        insert(aTask().requires(EU));
        insert(aTask().type("other"));
        insert(aTask(), TaskStatus.PROCESSING);

        assertThat(levels(Tasks.SKILLS)).isEmpty();
        assertThat(levels(new Skills(Set.of(), Capabilities.NONE))).isEmpty();
    }

    @Test
    void forgetsALevelWithItsLastTask() {
        Task urgent = insert(aTask().priority(1));
        insert(aTask().priority(2));
        assertThat(levels(Tasks.SKILLS)).containsExactly(new Priority(1), new Priority(2));

        save(moved(urgent.claim(Tasks.aClaim(), clock.now())));

        assertThat(levels(Tasks.SKILLS)).containsExactly(new Priority(2));
    }

    /** Tasks of several types, demands and priorities, some of which are in work. */
    private List<Task> aMix() {
        Random random = new Random(7);
        List<List<String>> demands = List.of(List.of(), List.of(EU), List.of(GPU, EU), List.of("\"region\":\"us\""));
        return write(tx -> IntStream.range(0, 120)
                .mapToObj(n -> tx.insert(aTask().type(List.of("a", "b", "c").get(random.nextInt(3)))
                        .requires(demands.get(random.nextInt(4)).toArray(String[]::new))
                        .priority(1 + random.nextInt(4))
                        .build()))
                .map(task -> random.nextInt(5) == 0 ? Tasks.save(tx, Tasks.bring(task, TaskStatus.PROCESSING)) : task)
                .toList());
    }

    private static boolean suits(Task task) {
        return task.status() == TaskStatus.QUEUED
                && ABLE.suit(task.type(), task.spec().compatibility());
    }

    private static Comparator<Task> by(ClaimOrder order) {
        Comparator<Task> age = Comparator.comparing(Task::id);
        return switch (order) {
            case PRIORITY ->
                Comparator.comparing((Task task) -> task.spec().priority().value())
                        .thenComparing(age);
            case OLDEST -> age;
            case NEWEST -> age.reversed();
        };
    }

    private List<Task> offered(Skills skills, ClaimOrder order) {
        return tasks(new ClaimCriteria(skills, order, Optional.empty(), 100, Long.MAX_VALUE));
    }

    private List<Task> tasks(ClaimCriteria criteria) {
        return claimable(criteria).stream().map(StoredTask::task).toList();
    }

    private List<Priority> levels(Skills skills) {
        return write(tx -> tx.offers().levels(skills));
    }
}
