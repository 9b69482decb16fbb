package io.prismq.queue.adapter.http.events;

import io.prismq.queue.adapter.http.exchange.Query;
import io.prismq.queue.adapter.http.exchange.TypeNames;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.application.events.EventFilter;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The wish to hear of events.
 *
 * @param after the last one that was heard
 */
record EventQuery(OptionalLong after, EventFilter filter) {
    static final String[] NAMES = {"task_id", "type", "kind", "last_event_id"};

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /**
     * Reads the wish. A browser's WebSocket cannot send headers, so that the query may say what the header says; the
     * header, which a browser sets when it comes back, is the later word.
     */
    static EventQuery from(Query query, @Nullable String lastEventId) {
        Optional<Long> after = Optional.ofNullable(lastEventId)
                .map(EventQuery::id)
                .or(() -> query.number("last_event_id", 0, TaskId.MAX));
        EventFilter filter = new EventFilter(
                query.number("task_id", 1, TaskId.MAX).map(TaskId::new),
                query.text("type").map(TypeNames::parse),
                query.text("kind").map(EventQuery::kinds).orElse(Set.of()));
        return new EventQuery(after.map(OptionalLong::of).orElse(OptionalLong.empty()), filter);
    }

    /** The answer where nobody else can listen. */
    static ProblemException tooMany() {
        return new ProblemException(ProblemType.TOO_MANY_LISTENERS.because(
                "%d listen already; try again when somebody has left".formatted(EventFeed.MOST_FOLLOWERS)));
    }

    private static long id(String header) {
        if (!header.matches("[0-9]{1,16}") || Long.parseLong(header) > TaskId.MAX) {
            throw ProblemException.invalid(LAST_EVENT_ID, "must be the id of an event, or 0");
        }
        return Long.parseLong(header);
    }

    private static Set<TaskEvent> kinds(String words) {
        return Arrays.stream(words.split(",", -1)).map(EventQuery::kind).collect(Collectors.toSet());
    }

    private static TaskEvent kind(String word) {
        return all().filter(event -> event.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "kind",
                        "must be some of " + all().map(TaskEvent::word).collect(Collectors.joining(", "))
                                + ", with commas between them"));
    }

    private static Stream<TaskEvent> all() {
        return Arrays.stream(TaskEvent.values()).filter(TaskEvent::isNews);
    }
}
