package io.prismq.queue.domain.contract;

import static io.prismq.queue.domain.testing.Tasks.NOW;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.LogEntry;
import io.prismq.queue.domain.task.LogLevel;
import io.prismq.queue.domain.task.LogLine;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class LogContract extends StoreTest {
    private static final int ALL = 2000;

    LogContract(TaskStoreContract contract) {
        super(contract);
    }

    @Test
    void isEmptyAtFirstAndWhereThereIsNoTask() {
        Task task = insert(aTask());
        append(task, List.of());

        assertThat(log(task)).isEmpty();
        assertThat(log(new TaskId(4711), 0, 10)).isEmpty();
    }

    @Test
    void numbersTheLinesOfEachTaskFromOneInTheirOrder() {
        Task task = insert(aTask());
        Task other = insert(aTask());

        append(task, lines(1, 2));
        append(other, lines(7, 7));
        append(task, lines(3, 3));

        assertThat(log(task)).isEqualTo(numbered(1, 3));
        assertThat(log(other)).containsExactly(new LogLine(1, line(7)));
    }

    @Test
    void bringsWhatFollowsANumberUpToALimit() {
        Task task = insert(aTask());
        append(task, lines(1, 10));

        assertThat(log(task.id(), 0, 3)).isEqualTo(numbered(1, 3));
        assertThat(log(task.id(), 3, 3)).isEqualTo(numbered(4, 6));
        assertThat(log(task.id(), 9, 3)).isEqualTo(numbered(10, 10));
        assertThat(log(task.id(), 10, 3)).isEmpty();
        assertThat(log(task.id(), Long.MAX_VALUE, 3)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LogLevel.class)
    void keepsEveryLevel(LogLevel level) {
        Task task = insert(aTask());
        LogEntry entry = LogEntry.of(NOW.plusMillis(1), level, "done");

        append(task, List.of(entry));

        assertThat(log(task)).containsExactly(new LogLine(1, entry));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "line 1\nline 2\r\n\t", "\u0000", "a\u0000b", "\u00fc \u20ac \ud83d\ude80", "'%_\\"})
    void keepsEveryMessageAsItIs(String message) {
        Task task = insert(aTask());
        LogEntry entry = LogEntry.of(NOW, LogLevel.INFO, message);

        append(task, List.of(entry));

        assertThat(log(task)).containsExactly(new LogLine(1, entry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{ \"code\" : 7 }", "[\"\u00fc \ud83d\ude80\", \"\\u0000\"]"})
    void keepsDetailsAsTheyAre(String details) {
        Task task = insert(aTask());
        LogEntry entry = new LogEntry(NOW, LogLevel.ERROR, "failed", details);

        append(task, List.of(entry));

        assertThat(log(task)).containsExactly(new LogLine(1, entry));
    }

    @Test
    void keepsTheLargestLine() {
        Task task = insert(aTask());
        LogEntry entry = new LogEntry(
                NOW,
                LogLevel.ERROR,
                "x".repeat(LogEntry.MAX_MESSAGE_BYTES),
                "\"" + "y".repeat(LogEntry.MAX_DETAILS_BYTES - 2) + "\"");

        append(task, List.of(entry));

        assertThat(log(task)).containsExactly(new LogLine(1, entry));
    }

    @Test
    void forgetsAllButTheLatestThousandLines() {
        Task task = insert(aTask());
        Task other = insert(aTask());
        append(other, lines(1, 3));

        append(task, lines(1, LogLine.KEPT));
        assertThat(log(task)).isEqualTo(numbered(1, LogLine.KEPT));

        append(task, lines(LogLine.KEPT + 1, LogLine.KEPT + 5));
        assertThat(log(task)).isEqualTo(numbered(6, LogLine.KEPT + 5));
        assertThat(log(other)).isEqualTo(numbered(1, 3));
    }

    @Test
    void countsOnWhereMoreComeAtOnceThanAreKept() {
        Task task = insert(aTask());

        append(task, lines(1, LogLine.KEPT + 5));
        append(task, lines(LogLine.KEPT + 6, LogLine.KEPT + 6));

        assertThat(log(task)).isEqualTo(numbered(7, LogLine.KEPT + 6));
    }

    @Test
    void showsAUnitItsOwnLines() {
        Task task = insert(aTask());

        List<LogLine> seen = write(tx -> {
            tx.history().append(task.id(), lines(1, 1));
            tx.history().append(task.id(), lines(2, 2));
            return tx.history().log(task.id(), 0, ALL);
        });

        assertThat(seen).isEqualTo(numbered(1, 2));
    }

    @Test
    void keepsNothingOfAUnitThatThrew() {
        Task task = insert(aTask());
        append(task, lines(1, 2));

        failure(tx -> {
            tx.history().append(task.id(), lines(8, 9));
            throw new IllegalStateException("after the lines");
        });
        append(task, lines(3, 3));

        assertThat(log(task)).isEqualTo(numbered(1, 3));
    }

    @Test
    void goesWithItsTask() {
        Task task = insert(aTask());
        Task other = insert(aTask());
        append(task, lines(1, 2));
        append(other, lines(1, 1));

        delete(task);

        assertThat(log(task)).isEmpty();
        assertThat(log(other)).hasSize(1);
    }

    private void append(Task task, List<LogEntry> entries) {
        change(tx -> tx.history().append(task.id(), entries));
    }

    private List<LogLine> log(Task task) {
        return log(task.id(), 0, ALL);
    }

    private List<LogLine> log(TaskId id, long after, int limit) {
        return ask(reads -> reads.history().log(id, after, limit));
    }

    private static List<LogEntry> lines(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(LogContract::line).toList();
    }

    /** Lines whose number is that in their text. */
    private static List<LogLine> numbered(int first, int last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(n -> new LogLine(n, line((int) n)))
                .toList();
    }

    private static LogEntry line(int number) {
        return LogEntry.of(NOW.plusMillis(number), LogLevel.INFO, "line " + number);
    }
}
