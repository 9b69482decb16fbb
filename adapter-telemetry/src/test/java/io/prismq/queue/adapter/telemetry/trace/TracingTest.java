package io.prismq.queue.adapter.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.prismq.queue.adapter.telemetry.BusyQueue;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.WorkerId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String OTHER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    private final BusyQueue queue = new BusyQueue();
    private final Collector collector = Collector.start();
    private final Tracing tracing = new Tracing(settings(collector.endpoint()), queue.clock);
    private final CommitSpans commits = new CommitSpans(tracing, queue.store);

    @BeforeEach
    void start() {
        commits.start();
    }

    @AfterEach
    void close() {
        commits.close();
        tracing.close();
        collector.close();
    }

    @Test
    void aRequestIsAChildOfItsClient() {
        new RequestSpans(tracing).answered("POST", "/api/queue/enqueue", 201, Duration.ofMillis(3), PARENT);
        tracing.close();

        ReceivedSpan span = collector.span("POST /api/queue/enqueue");
        assertThat(span.traceId()).isEqualTo(TRACE);
        assertThat(span.parentId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void aRequestWithoutAReadableParentBeginsATrace() {
        new RequestSpans(tracing).answered("GET", "/health/live", 200, Duration.ofMillis(3), "00-nonsense");
        tracing.close();

        ReceivedSpan span = collector.span("GET /health/live");
        assertThat(span.parentId()).isEmpty();
        assertThat(span.traceId()).hasSize(32);
    }

    @Test
    void commitsAndRunsOfATaskAreChildrenOfItsEnqueue() {
        queue.enqueueTraced("a", PARENT);
        Task claimed = queue.claim("a");
        new RunSpans(tracing).ran(claimed, new WorkerId("w1"), Duration.ofSeconds(1), "completed", false);
        tracing.close();

        assertThat(collector.spans())
                .extracting(ReceivedSpan::name)
                .containsExactlyInAnyOrder("commit", "commit", "run a");
        assertThat(collector.spans())
                .allMatch(
                        span -> span.traceId().equals(TRACE) && span.parentId().equals("00f067aa0ba902b7"));
    }

    @Test
    void aCommitThatSeveralTracesShareIsLinkedToEach() {
        queue.enqueueTraced("a", PARENT, OTHER);
        tracing.close();

        ReceivedSpan span = collector.span("commit");
        assertThat(span.parentId()).isEmpty();
        assertThat(span.links()).containsExactly("00f067aa0ba902b7", "b7ad6b7169203331");
    }

    @Test
    void whatTheClientDoesNotRecordIsNotToldOf() {
        new RequestSpans(tracing).answered("POST", "/api/queue/enqueue", 201, Duration.ofMillis(3), UNSAMPLED);
        tracing.close();

        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void aCollectorThatIsNotThereIsOneWarningAndItsReturnOneLine() {
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Candour.class);
        written.start();
        logger.addAppender(written);
        Unreliable exporter = new Unreliable();
        SpanExporter candid = new Candour(exporter, collector.endpoint());

        candid.export(List.of());
        candid.export(List.of());
        exporter.works = true;
        candid.export(List.of());
        candid.export(List.of());

        logger.detachAppender(written);
        assertThat(written.list)
                .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                .satisfiesExactly(
                        warning -> assertThat(warning)
                                .startsWith("WARN no spans arrive at http://127.0.0.1:")
                                .endsWith("; the queue goes on: nobody can be reached there"),
                        again -> assertThat(again).startsWith("INFO spans arrive at http://127.0.0.1:"));
    }

    @Test
    void nobodyWaitsForACollectorThatIsNotThere() {
        collector.close();
        RequestSpans requests = new RequestSpans(tracing);
        for (int request = 0; request < 20_000; request++) {
            requests.answered("GET", "/health/live", 200, Duration.ofMillis(3), "");
        }

        assertThat(collector.spans()).isEmpty();
    }

    private static TracingSettings settings(URI endpoint) {
        return new TracingSettings(endpoint, "prismq", 1);
    }

    private static final class Unreliable implements SpanExporter {
        private boolean works;

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return works
                    ? CompletableResultCode.ofSuccess()
                    : CompletableResultCode.ofExceptionalFailure(new IOException(new ConnectException()));
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
