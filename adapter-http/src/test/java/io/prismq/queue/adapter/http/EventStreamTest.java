package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.EventReader.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStreamTest extends ServerTest {
    private static final String FROM_THE_OLDEST = "?last_event_id=0";

    @Test
    void tellsWhatHappensAsItHappens() {
        try (EventReader reader = EventReader.open(caller, "")) {
            long id = caller.enqueued("{\"type\":\"a\"}");

            Frame frame = reader.next();

            assertThat(frame.event()).isEqualTo("enqueued");
            assertThat(frame.data().required("event_id").asLong()).isEqualTo(frame.id());
            assertThat(frame.data().required("kind").asString()).isEqualTo("enqueued");
            assertThat(frame.data().required("task_id").asLong()).isEqualTo(id);
            assertThat(frame.data().required("status").asString()).isEqualTo("queued");
            assertThat(frame.data().required("worker_id").isNull()).isTrue();
        }
    }

    @Test
    void tellsTheLifeOfATask() {
        Worker worker = new Worker(caller);
        caller.enqueued("{\"type\":\"a\"}");
        Answer held = worker.claim("a");
        worker.says("heartbeat", held, "\"progress\":{\"percent\":40,\"message\":\"sorting\"}")
                .has(200);
        worker.says("fail", held, "\"error_message\":\"no route\"").has(200);

        try (EventReader reader = EventReader.open(caller, FROM_THE_OLDEST)) {
            List<Frame> frames =
                    IntStream.range(0, 4).mapToObj(n -> reader.next()).toList();
            assertThat(frames).extracting(Frame::event).containsExactly("enqueued", "claimed", "progress", "failed");
            assertThat(frames.get(2).data().required("progress").toString())
                    .isEqualTo("{\"percent\":40,\"message\":\"sorting\"}");
            assertThat(frames.get(3).data().required("failure_kind").asString()).isEqualTo("error");
            assertThat(frames.get(3).data().required("status").asString()).isEqualTo("scheduled");
        }
    }

    @Test
    void goesOnAfterTheEventThatTheReaderNames() {
        List<Long> ids = new ArrayList<>();
        IntStream.range(0, 5).forEach(n -> caller.enqueued("{\"type\":\"a\"}"));
        try (EventReader reader = EventReader.open(caller, FROM_THE_OLDEST)) {
            IntStream.range(0, 3).forEach(n -> ids.add(reader.next().id()));
        }
        String last = ids.get(2).toString();

        try (EventReader reader = EventReader.open(caller, FROM_THE_OLDEST, "Last-Event-ID", last)) {
            IntStream.range(0, 2).forEach(n -> ids.add(reader.next().id()));
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void saysThatTheReaderMissedSomething() {
        IntStream.range(0, 5).forEach(n -> caller.enqueued("{\"type\":\"a\"}"));

        try (EventReader reader = EventReader.open(caller, "", "Last-Event-ID", "4711")) {
            Frame reset = reader.next();
            assertThat(reset.event()).isEqualTo("reset");
            assertThat(reset.data().required("last_event_id").asLong()).isEqualTo(reset.id());
            assertThat(reader.next().id()).isGreaterThan(reset.id());
        }
    }

    @ParameterizedTest
    @CsvSource({"task_id=2,2", "type=b,2", "'kind=completed,cancelled',3"})
    void leavesOutWhatIsNotAskedFor(String filter, long task) {
        caller.enqueued("{\"type\":\"a\"}");
        caller.enqueued("{\"type\":\"b\"}");
        caller.post("/api/queue/tasks/" + caller.enqueued("{\"type\":\"c\"}") + "/cancel")
                .has(200);

        try (EventReader reader = EventReader.open(caller, FROM_THE_OLDEST + "&" + filter)) {
            assertThat(reader.next().data().required("task_id").asLong()).isEqualTo(task);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "task_id=0,task_id",
        "task_id=x,task_id",
        "type=a%20b,type",
        "kind=born,kind",
        "'kind=claimed,',kind",
        "kind=renewed,kind",
        "last_event_id=-1,last_event_id",
        "since=1,since"
    })
    void refusesAWishThatItDoesNotUnderstand(String query, String field) {
        assertThat(caller.get("/api/queue/events?" + query).has(422).text()).contains("\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource({"x", "-1", "9007199254740992", "1.5"})
    void refusesALastEventThatIsNone(String header) {
        assertThat(caller.get("/api/queue/events", "Last-Event-ID", header)
                        .has(422)
                        .text())
                .contains("Last-Event-ID");
    }

    @Test
    void endsWithTheServer() {
        try (EventReader reader = EventReader.open(caller, "")) {
            server.close();

            assertThat(reader.hasEnded()).isTrue();
        }
    }
}
