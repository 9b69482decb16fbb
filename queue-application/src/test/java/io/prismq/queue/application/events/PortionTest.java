package io.prismq.queue.application.events;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PortionTest {
    private static final List<QueueEvent> LONG =
            LongStream.rangeClosed(1, 500).mapToObj(PortionTest::event).toList();

    @Test
    void isSmallWhereEventsAreLong() {
        News.Events told = Portion.of(LONG, EventFilter.ALL, 0);

        assertThat(told.events()).hasSizeBetween(1, Portion.MOST / Progress.MAX_LENGTH);
        assertThat(told.upTo())
                .isEqualTo(told.events().get(told.events().size() - 1).id());
    }

    @Test
    void leadsThroughAllOfThem() {
        List<QueueEvent> heard = new ArrayList<>();
        long upTo = 0;
        while (upTo < 500) {
            News.Events told = Portion.of(LONG.subList((int) upTo, 500), EventFilter.ALL, upTo);
            heard.addAll(told.events());
            upTo = told.upTo();
        }

        assertThat(heard).isEqualTo(LONG);
    }

    @Test
    void passesOverWhatIsNotWanted() {
        EventFilter others = new EventFilter(Optional.empty(), Optional.of(new TaskType("other")), Set.of());

        assertThat(Portion.of(LONG, others, 0)).isEqualTo(new News.Events(List.of(), 500));
    }

    private static QueueEvent event(long id) {
        return new QueueEvent(
                id,
                NOW,
                TaskEvent.PROGRESS,
                new TaskId(1),
                new TaskType("a"),
                TaskStatus.PROCESSING,
                1,
                null,
                new Progress(1, "e".repeat(Progress.MAX_LENGTH)),
                null,
                null);
    }
}
