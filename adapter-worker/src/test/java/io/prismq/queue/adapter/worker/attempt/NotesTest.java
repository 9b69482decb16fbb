package io.prismq.queue.adapter.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Progress;
import io.prismq.queue.domain.testing.SettableClock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotesTest {
    private final AtomicInteger told = new AtomicInteger();
    private final Notes notes = new Notes(new SettableClock(), told::incrementAndGet);

    @Test
    void keep_the_latest_lines() {
        log(0, LogLine.KEPT + 5);

        assertThat(messages(notes.take())).isEqualTo(numbers(5, LogLine.KEPT + 5));
    }

    @Test
    void put_back_stand_before_later_ones() {
        log(0, 3);
        Settlement.Heartbeat taken = notes.take();
        log(3, 5);

        notes.putBack(taken);

        assertThat(messages(notes.take())).isEqualTo(numbers(0, 5));
    }

    @Test
    void put_back_give_way_to_later_ones() {
        log(0, 10);
        Settlement.Heartbeat taken = notes.take();
        log(10, LogLine.KEPT + 7);

        notes.putBack(taken);

        assertThat(messages(notes.take())).isEqualTo(numbers(7, LogLine.KEPT + 7));
    }

    @Test
    void put_back_is_no_progress_where_there_is_a_later_one() {
        notes.progress(new Progress(10, ""));
        Settlement.Heartbeat taken = notes.take();
        notes.progress(new Progress(20, ""));

        notes.putBack(taken);

        assertThat(notes.take().progress()).contains(new Progress(20, ""));
    }

    @Test
    void tell_once_that_there_is_something_to_take() {
        log(0, 3);
        assertThat(told).hasValue(1);

        notes.take();
        assertThat(notes.since()).isEmpty();
        log(3, 4);

        assertThat(told).hasValue(2);
    }

    @Test
    void can_be_taken_once_closed_but_not_made() {
        log(0, 1);
        notes.close();
        log(1, 2);

        assertThat(messages(notes.take())).containsExactly("0");
    }

    @Test
    void of_many_threads_are_all_kept_in_the_order_of_each() {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> log(0, 400)), CompletableFuture.runAsync(() -> log(400, 800)))
                .join();

        List<String> all = messages(notes.take());
        assertThat(all).hasSize(800);
        assertThat(all.stream().filter(line -> Integer.parseInt(line) < 400).toList())
                .isEqualTo(numbers(0, 400));
        assertThat(all.stream().filter(line -> Integer.parseInt(line) >= 400).toList())
                .isEqualTo(numbers(400, 800));
    }

    private void log(int from, int to) {
        numbers(from, to).forEach(line -> notes.log(LogLevel.INFO, line));
    }

    private static List<String> messages(Settlement.Heartbeat taken) {
        return taken.log().stream().map(LogEntry::message).toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
