package io.prismq.queue.adapter.http;

import static io.prismq.queue.domain.testing.Tasks.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.InMemoryTaskStore;
import io.prismq.queue.domain.testing.SettableClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTest extends ServerTest {
    @Nested
    class Get {
        @Test
        void saysThatAMissingTaskIsNotFound() {
            assertThat(caller.get("/api/queue/tasks/99999")
                            .isProblem(404, "not-found")
                            .word("detail"))
                    .contains("not found");
        }

        @Test
        void hasAnAlias() {
            long id = caller.enqueued("{\"type\":\"a\"}");

            assertThat(caller.get("/api/queue/poll/" + id).has(200).text())
                    .isEqualTo(caller.get("/api/queue/tasks/" + id).text());
        }

        @Test
        void showsAProcessingTaskWithoutItsToken() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            String token = new Worker(caller).claim("a").word("lease_token");

            Answer task = caller.get("/api/queue/tasks/" + id);

            assertThat(task.word("status")).isEqualTo("processing");
            assertThat(task.word("locked_by")).isEqualTo("w");
            assertThat(task.word("lease_until_utc")).isNotEmpty();
            assertThat(task.text()).doesNotContain(token).doesNotContain("lease_token");
        }

        @Test
        void answersHeadAsGetWithoutABody() {
            caller.send(caller.request("/api/queue/tasks/1")
                            .method("HEAD", BodyPublishers.noBody())
                            .build())
                    .has(404);
        }
    }

    @Nested
    class EntityTags {
        @Test
        void saveTheBodyOfWhatHasNotChanged() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            String tag = caller.get("/api/queue/tasks/" + id).header("ETag");

            assertThat(tag).startsWith("W/\"");
            for (String known : new String[] {tag, "\"x\", " + tag, tag.substring(2), "*"}) {
                Answer same = caller.get("/api/queue/tasks/" + id, "If-None-Match", known)
                        .has(304);
                assertThat(same.text()).isEmpty();
                assertThat(same.header("ETag")).isEqualTo(tag);
            }
            caller.get("/api/queue/tasks/" + id, "If-None-Match", "W/\"x\"").has(200);
        }

        @Test
        void changeWithTheTaskButNotWithItsLease() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            Worker worker = new Worker(caller);
            String queued = caller.get("/api/queue/tasks/" + id).header("ETag");
            Answer claimed = worker.claim("a");
            Answer processing = caller.get("/api/queue/tasks/" + id, "If-None-Match", queued)
                    .has(200);

            server.clock.advance(Duration.ofSeconds(5));
            worker.says("heartbeat", claimed, "").has(200);

            assertThat(caller.get("/api/queue/tasks/" + id).word("lease_until_utc"))
                    .isNotEqualTo(processing.word("lease_until_utc"));
            caller.get("/api/queue/tasks/" + id, "If-None-Match", processing.header("ETag"))
                    .has(304);
        }
    }

    @Nested
    class Waiting {
        @Test
        void endsWhenTheTaskIsFinal() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            CompletableFuture<Answer> waiting = caller.getLater("/api/queue/tasks/" + id + "?wait_seconds=20");

            caller.post("/api/queue/tasks/" + id + "/cancel").has(200);

            assertThat(waiting.join().has(200).word("status")).isEqualTo("cancelled");
        }

        @Test
        void endsWithTheTaskAsItIsWhenTheSignalsEnd() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            CompletableFuture<Answer> waiting = caller.getLater("/api/queue/tasks/" + id + "?wait_seconds=60");

            server.signals.close();

            assertThat(waiting.join().has(200).word("status")).isEqualTo("queued");
        }

        @Test
        void endsWithTheKeyThatWasRevokedMeanwhile() throws InterruptedException {
            endsWithTheKey((watched, task) -> {});
        }

        @Test
        void tellsTheOwnerOfARevokedKeyNotHowTheTaskEnded() throws InterruptedException {
            endsWithTheKey((watched, task) ->
                    watched.post("/api/queue/tasks/" + task + "/cancel").has(200));
        }

        private void endsWithTheKey(ObjLongConsumer<Caller> meanwhile) throws InterruptedException {
            CountDownLatch reads = new CountDownLatch(2);
            SettableClock clock = new SettableClock();
            try (TestServer watched = TestServer.start(new WatchedStore(new InMemoryTaskStore(clock), reads), clock)) {
                ApiKeys.Created made = watched.keys
                        .create("reader", new Grant(Set.of(Scope.READ), Set.of()), Optional.empty(), BY)
                        .toCompletableFuture()
                        .join();
                long id = watched.taskOf(new TaskType("a"));
                CompletableFuture<Answer> waiting = watched.caller()
                        .getLater(
                                "/api/queue/tasks/" + id + "?wait_seconds=60",
                                "Authorization",
                                "Bearer " + made.token().reveal());
                assertThat(reads.await(30, TimeUnit.SECONDS)).isTrue();

                watched.keys.revoke(made.key().id(), BY).toCompletableFuture().join();
                clock.advance(Duration.ofSeconds(1));
                meanwhile.accept(watched.caller(), id);

                assertThat(waiting.orTimeout(30, TimeUnit.SECONDS)
                                .join()
                                .has(401)
                                .text())
                        .contains("The key is worth nothing any more");
            }
        }

        @Test
        void endsWhenTheClientHangsUp() throws InterruptedException {
            CountDownLatch reads = new CountDownLatch(2);
            SettableClock clock = new SettableClock();
            try (TestServer watched = TestServer.start(new WatchedStore(new InMemoryTaskStore(clock), reads), clock)) {
                long id = watched.caller().enqueued("{\"type\":\"a\"}");
                RawConnection connection = new RawConnection(watched.http.port());
                connection.send(RawConnection.get("/api/queue/tasks/" + id + "?wait_seconds=60"));

                connection.close();

                assertThat(reads.await(30, TimeUnit.SECONDS)).isTrue();
            }
        }

        @Test
        void doesNotBeginForAFinalOrMissingTask() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            caller.post("/api/queue/tasks/" + id + "/cancel").has(200);

            assertThat(caller.get("/api/queue/tasks/" + id + "?wait_seconds=60").word("status"))
                    .isEqualTo("cancelled");
            caller.get("/api/queue/tasks/99?wait_seconds=60").isProblem(404, "not-found");
        }

        @Test
        void tellsWhatHasNotChangedMeanwhile() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            String tag = caller.get("/api/queue/tasks/" + id).header("ETag");
            server.signals.close();

            caller.get("/api/queue/tasks/" + id + "?wait_seconds=1", "If-None-Match", tag)
                    .has(304);
        }
    }

    @Nested
    class Cancel {
        @ParameterizedTest
        @ValueSource(strings = {"/api/queue/tasks/%d/cancel", "/api/queue/cancel/%d"})
        void stopsAQueuedTask(String path) {
            long id = caller.enqueued("{\"type\":\"a\"}");

            Answer cancelled = caller.post(path.formatted(id)).has(200);

            assertThat(cancelled.json().propertyNames()).containsExactly("task_id", "status", "message");
            assertThat(cancelled.word("status")).isEqualTo("cancelled");
            assertThat(caller.get("/api/queue/tasks/" + id).word("status")).isEqualTo("cancelled");
        }

        @Test
        void leavesACompletedTaskAsItIs() {
            caller.enqueued("{\"type\":\"a\"}");
            long id = new Worker(caller).complete("a", "{}");

            Answer refused = caller.post("/api/queue/tasks/" + id + "/cancel").has(200);

            assertThat(refused.word("status")).isEqualTo("completed");
            assertThat(refused.word("message")).contains("cannot cancel");
        }

        @Test
        void doesNotFindAMissingTask() {
            caller.post("/api/queue/tasks/7/cancel").isProblem(404, "not-found");
            caller.post("/api/queue/cancel/7").isProblem(404, "not-found");
        }
    }

    @Nested
    class Retry {
        @Test
        void queuesACancelledTaskAgain() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            caller.post("/api/queue/tasks/" + id + "/cancel").has(200);

            assertThat(caller.post("/api/queue/tasks/" + id + "/retry").has(200).word("status"))
                    .isEqualTo("queued");
        }

        @Test
        void refusesATaskThatIsNotStopped() {
            long id = caller.enqueued("{\"type\":\"a\"}");

            caller.post("/api/queue/tasks/" + id + "/retry").isProblem(409, "wrong-status");
            caller.post("/api/queue/tasks/99/retry").isProblem(404, "not-found");
        }
    }

    @Nested
    class Delete {
        @Test
        void removesAFinishedTask() {
            long id = caller.enqueued("{\"type\":\"a\"}");
            caller.post("/api/queue/tasks/" + id + "/cancel").has(200);

            assertThat(caller.delete("/api/queue/tasks/" + id).has(204).text()).isEmpty();
            caller.get("/api/queue/tasks/" + id).isProblem(404, "not-found");
            caller.delete("/api/queue/tasks/" + id).isProblem(404, "not-found");
        }

        @Test
        void refusesATaskThatIsNotFinished() {
            long id = caller.enqueued("{\"type\":\"a\"}");

            caller.delete("/api/queue/tasks/" + id).isProblem(409, "wrong-status");
            assertThat(caller.totalTasks()).isEqualTo(1);
        }
    }
}
