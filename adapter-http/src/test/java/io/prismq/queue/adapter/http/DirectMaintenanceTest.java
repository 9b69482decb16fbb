package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.StoreFullException;
import io.prismq.queue.domain.port.TaskRejectedException;
import io.prismq.queue.domain.task.Result;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations that are run at once, where the queue is not to be used. */
class DirectMaintenanceTest {
    private static final String CLEANUP = "/api/system/maintenance/cleanup-runs";
    private static final String CHECK = "/api/system/maintenance/health-check";
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Scripted cleanup = new Scripted("cleanup_runs");
    private final Scripted check = new Scripted("health_check");
    private final TestServer server = TestServer.start(new HttpMaintenance(
            false,
            List.of(cleanup, check),
            new TaskTypePolicies(Map.of(check.type(), timeout(SHORT)), TaskTypePolicy.DEFAULT),
            0));
    private final Caller caller = server.caller();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithTheResultAndStoresNoTask() {
        cleanup.work = (payload, context) -> new Result(payload.json());

        Answer answer = caller.post(CLEANUP + "?max_age_hours=48").has(200);

        assertThat(answer.text()).isEqualTo("{\"max_age_hours\":48}");
        assertThat(caller.totalTasks()).isZero();
    }

    @Test
    void isEnqueuedAllTheSameWhereTheCallerWantsATask() {
        caller.post(CLEANUP + "/async").has(202);

        assertThat(caller.totalTasks()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotRunAtOnceAndRunsAgainWhenOneHasEnded() {
        Semaphore begun = new Semaphore(0);
        Semaphore go = new Semaphore(0);
        cleanup.work = (payload, context) -> {
            begun.release();
            go.acquire();
            return new Result("{}");
        };
        List<CompletableFuture<Answer>> running = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            running.add(caller.postLater(CLEANUP, ""));
        }
        begun.acquireUninterruptibly(4);

        Answer refused = caller.post(CLEANUP).isProblem(503, "maintenance-busy");

        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        go.release(5);
        running.forEach(answer -> answer.join().has(200));
        // A thread is free again a moment after its answer.
        assertThat(Stream.generate(() -> caller.post(CLEANUP).status())
                        .limit(1000)
                        .anyMatch(status -> status == 200))
                .isTrue();
    }

    @Test
    void isInterruptedWhenItsTimeIsOver() {
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        check.work = (payload, context) -> {
            try {
                new Semaphore(0).acquire();
            } catch (InterruptedException end) {
                cancelled.complete(context.isCancelled());
                throw end;
            }
            return new Result("{}");
        };

        Answer late = caller.post(CHECK).isProblem(500, "maintenance-failed");

        assertThat(late.word("detail")).startsWith("health_check took longer than ");
        assertThat(cancelled).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
    }

    @Test
    void givesNothingAwayWhenItFails() {
        cleanup.work = (payload, context) -> {
            throw new IllegalStateException("SELECT secret FROM /var/lib/queue.db");
        };

        Answer failed = caller.post(CLEANUP).isProblem(500, "maintenance-failed");

        assertThat(failed.text()).doesNotContain("secret", "/var");
        assertThat(failed.word("detail")).isEqualTo("cleanup_runs failed; the reason is in the server's log");
    }

    @Test
    void saysWhyItWasRejected() {
        cleanup.work = (payload, context) -> {
            throw new TaskRejectedException("there is nothing to clean");
        };

        assertThat(caller.post(CLEANUP).isProblem(500, "maintenance-failed").word("detail"))
                .isEqualTo("cleanup_runs was rejected: there is nothing to clean");
    }

    @Test
    void saysWhatTheStoreLacks() {
        cleanup.work = (payload, context) -> {
            throw new StoreFullException("/var is full");
        };

        caller.post(CLEANUP).isProblem(503, "store-full");
    }

    @Test
    void goesOnThoughItsClientHungUp() throws InterruptedException {
        Semaphore begun = new Semaphore(0);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Semaphore go = new Semaphore(0);
        cleanup.work = (payload, context) -> {
            begun.release();
            go.acquire();
            interrupted.complete(context.isCancelled());
            return new Result("{}");
        };
        try (RawConnection connection = new RawConnection(server.http.port())) {
            connection.send(RawConnection.post(CLEANUP, ""));
            begun.acquire();
        }
        go.release();

        assertThat(interrupted).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(false);
    }

    @Test
    void isRefusedByAServerThatDrains() {
        server.http.drain();

        caller.post(CLEANUP).isProblem(503, "draining");
    }

    private static TaskTypePolicy timeout(Duration timeout) {
        TaskTypePolicy policy = TaskTypePolicy.DEFAULT;
        return new TaskTypePolicy(
                policy.maxAttempts(),
                timeout,
                policy.priority(),
                policy.backoff(),
                policy.leaseLength(),
                policy.timeToLive(),
                policy.retention());
    }
}
