package io.prismq.queue.bootstrap.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.bootstrap.connection.PresentedKey;
import io.prismq.queue.bootstrap.connection.UnusableKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class RemoteWorkerTest {
    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Nested
    class ACommand {
        @Test
        void readsThePayloadAndPrintsTheResult() {
            server.give(7, "{\"price\":1.10}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo working; cat")) {
                assertThat(server.next("complete").toString())
                        .isEqualTo("{\"lease_token\":\"token-7\",\"result\":{\"price\":1.10}}");
            }
        }

        @Test
        void knowsItsTask() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(
                    server, "echo \"\\\"$PRISMQ_TASK_ID $PRISMQ_TASK_TYPE $PRISMQ_ATTEMPT $PRISMQ_WORKER_ID\\\"\"")) {
                assertThat(server.next("complete").get("result").asString()).isEqualTo("7 email 1 worker-1");
            }
        }

        @Test
        void knowsTheTraceOfItsTask() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo \"\\\"$TRACEPARENT\\\"\"")) {
                assertThat(server.next("complete").get("result").asString())
                        .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
            }
        }

        @Test
        void needNotReadItsPayloadNorPrintAResult() {
            server.give(7, "{\"long\":\"%s\"}".formatted("x".repeat(300_000)));
            try (WorkingWorker worker = WorkingWorker.start(server, "exec <&-; echo done")) {
                assertThat(server.next("complete").get("result").isNull()).isTrue();
            }
        }

        @Test
        void thatFailsSaysWhyInItsLastErrorLine() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(
                    server, "echo first >&2; echo 'no route' >&2; echo 'progress: 9' >&2; exit 3")) {
                JsonNode failure = server.next("fail");

                assertThat(failure.get("error_message").asString()).isEqualTo("no route");
                assertThat(failure.at("/error_details/exit_code").isNumber()).isTrue();
                assertThat(failure.has("retryable")).isFalse();
            }
        }

        @Test
        void mayWriteWhatNoTextCanHold() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "printf 'a\\000b\\n' >&2; exit 3")) {
                assertThat(server.next("fail").get("error_message").asString()).isEqualTo("a\uFFFDb");
            }
        }

        @Test
        void thatFailsInSilenceIsToldByItsExitCode() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "exit 3")) {
                assertThat(server.next("fail").get("error_message").asString()).isEqualTo("exit code 3");
            }
        }

        @Test
        void thatRefusesItsInputIsNotTriedAgain() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo 'no address' >&2; exit 65")) {
                JsonNode failure = server.next("fail");

                assertThat(failure.get("error_message").asString()).isEqualTo("no address");
                assertThat(failure.get("retryable").asBoolean()).isFalse();
            }
        }

        @Test
        void thatCannotBeStartedFailsTheTask() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, Duration.ZERO, "/no/such/program")) {
                assertThat(server.next("fail").get("error_message").asString())
                        .startsWith("The command cannot be started: ")
                        .contains("/no/such/program");
            }
        }

        @Test
        void whoseResultTheServerDoesNotTakeFailsForGood() {
            server.answerNext("complete", 422, "{\"detail\":\"result is too deep\"}");
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo '[[]]'")) {
                JsonNode failure = server.next("fail");

                assertThat(failure.get("error_message").asString()).endsWith("422 result is too deep");
                assertThat(failure.get("retryable").asBoolean()).isFalse();
            }
        }

        @Test
        void thatLeavesAProcessBehindIsNotWaitedForLong() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "sleep 30 & echo $!")) {
                JsonNode settled = server.next("complete");
                ProcessHandle.of(settled.get("result").asLong()).ifPresent(ProcessHandle::destroyForcibly);

                assertThat(settled.get("result").isNumber()).isTrue();
            }
        }
    }

    @Nested
    class AHeartbeat {
        @Test
        void tellsProgressAndLog() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(
                    server,
                    "echo one >&2; echo 'progress: 40 half way' >&2; echo two >&2; cat > /dev/null; exec sleep 30")) {
                JsonNode heartbeat = server.next("heartbeat");

                assertThat(heartbeat.get("lease_token").asString()).isEqualTo("token-7");
                assertThat(heartbeat.get("progress").toString()).isEqualTo("{\"percent\":40,\"message\":\"half way\"}");
                assertThat(heartbeat.get("log").toString())
                        .isEqualTo(
                                "[{\"level\":\"info\",\"message\":\"one\"},{\"level\":\"info\",\"message\":\"two\"}]");
                server.answerNext("heartbeat", 200, "{\"directive\":\"cancel\"}");
            }
        }

        @Test
        void comesBeforeTheSettlementWhereThereIsStillSomethingToTell() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo last words >&2")) {
                server.next("complete");

                assertThat(server.next("heartbeat").at("/log/0/message").asString())
                        .isEqualTo("last words");
            }
        }

        @Test
        void isRepeatedWithWhatItCarriedWhenItGotLost() {
            server.hangUpNext("heartbeat");
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo one >&2; exec sleep 30")) {
                JsonNode lost = server.next("heartbeat");
                server.answerNext("heartbeat", 409, "{\"detail\":\"lost\"}");

                assertThat(server.next("heartbeat")).isEqualTo(lost);
            }
        }

        @Test
        void goesWithoutAReportThatTheServerDoesNotTake() {
            server.answerNext("heartbeat", 422, "{\"detail\":\"log is too long\"}");
            server.answerNext("heartbeat", 409, "{\"detail\":\"lost\"}");
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo one >&2; exec sleep 30")) {
                assertThat(server.next("heartbeat").has("log")).isTrue();
                assertThat(server.next("heartbeat").toString()).isEqualTo("{\"lease_token\":\"token-7\"}");
            }
        }
    }

    @Nested
    class ATaskThatIsNoLongerItsOwn {
        @Test
        void isKilledWithEverythingBelowAndNotSettled() {
            server.give(7, "{}");
            server.give(8, "{}");
            try (WorkingWorker worker = WorkingWorker.start(
                    server, "[ $PRISMQ_TASK_ID = 8 ] || { (sleep 30 & echo $! >&2; wait); echo survived; }")) {
                long grandchild = server.next("heartbeat").at("/log/0/message").asLong();
                CompletableFuture<ProcessHandle> end =
                        ProcessHandle.of(grandchild).orElseThrow().onExit();
                server.answerNext("heartbeat", 200, "{\"directive\":\"cancel\"}");

                assertThat(end).succeedsWithin(Duration.ofSeconds(20));
                assertThat(server.next("complete").get("lease_token").asString())
                        .isEqualTo("token-8");
            }
        }

        @Test
        void isKilledWhereTheLeaseIsLost() {
            server.answerNext("heartbeat", 409, "{\"detail\":\"lost\"}");
            server.give(7, "{}");
            server.give(8, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "[ $PRISMQ_TASK_ID = 8 ] || exec sleep 30")) {
                assertThat(server.next("complete").get("lease_token").asString())
                        .isEqualTo("token-8");
            }
        }

        @Test
        void isKilledAtItsDeadline() {
            server.give(7, "{}", 1);
            server.give(8, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "[ $PRISMQ_TASK_ID = 8 ] || exec sleep 30")) {
                assertThat(server.next("complete").get("lease_token").asString())
                        .isEqualTo("token-8");
            }
        }
    }

    @Nested
    class AServerThatIsAway {
        @Test
        void isAskedAgainUnderTheSameClaimId() {
            server.hangUpNext("claims");
            server.answerNext("claims", 503, "{\"detail\":\"draining\"}");
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo 1")) {
                JsonNode first = server.next("claims");

                assertThat(server.next("claims")).isEqualTo(first);
                assertThat(server.next("claims")).isEqualTo(first);
                assertThat(server.next("complete").get("result").asInt()).isEqualTo(1);
                assertThat(server.next("claims").get("claim_id")).isNotEqualTo(first.get("claim_id"));
            }
        }

        @Test
        void isToldWhenItIsBack() {
            server.hangUpNext("complete");
            server.answerNext("complete", 500, "<html>");
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo 1")) {
                JsonNode first = server.next("complete");

                assertThat(server.next("complete")).isEqualTo(first);
                assertThat(server.next("complete")).isEqualTo(first);
            }
        }

        @Test
        void isWaitedForWhereNobodyListens() {
            int port = server.port();
            server.close();
            try (WorkingWorker worker = WorkingWorker.start(server, "echo 1");
                    ScriptedServer later = ScriptedServer.startAt(port)) {
                later.give(7, "{}");

                assertThat(later.next("complete").get("result").asInt()).isEqualTo(1);
                later.next("claims");
                later.next("claims");
            }
        }

        @Test
        void doesNotKeepTheWorkerFromStopping() {
            server.close();
            WorkingWorker worker = WorkingWorker.start(server, "echo 1");

            assertThat(worker.stop()).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
        }
    }

    @Nested
    class AStop {
        @Test
        void hangsUpTheClaimThatWaits() {
            try (WorkingWorker worker = WorkingWorker.start(server, "echo 1")) {
                server.next("claims");

                assertThat(worker.stop()).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
                worker.awaitEnd();
                assertThat(server.waiting("claims")).isZero();
            }
        }

        @Test
        void letsTheCommandFinish() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo begun >&2; sleep 2; echo 1")) {
                server.next("heartbeat");
                worker.stop();

                assertThat(server.next("complete").get("result").asInt()).isEqualTo(1);
            }
        }

        @Test
        void givesBackWhatDoesNotEndWithinTheGrace() {
            server.give(7, "{}");
            try (WorkingWorker worker =
                    WorkingWorker.start(server, Duration.ofMillis(10), "sh", "-c", "echo begun >&2; exec sleep 30")) {
                server.next("heartbeat");
                worker.stop();

                assertThat(server.next("release").get("lease_token").asString()).isEqualTo("token-7");
            }
        }

        @Test
        void givesBackWhatItStoppedAsWell() {
            server.give(7, "{}");
            try (WorkingWorker worker = WorkingWorker.start(server, "echo $$ >&2; exec sleep 30")) {
                long pid = server.next("heartbeat").at("/log/0/message").asLong();
                worker.stop();
                ProcessHandle.of(pid).orElseThrow().destroy();

                assertThat(server.next("release").get("lease_token").asString()).isEqualTo("token-7");
            }
        }
    }

    @Test
    void saysWhatTheServerDoesNotTake() {
        server.answerNext("claims", 422, "{\"detail\":\"strategy must be known\"}");
        try (WorkingWorker worker = WorkingWorker.start(server, "echo 1")) {
            assertThatThrownBy(worker::awaitEnd)
                    .isInstanceOf(RemoteWorkerException.class)
                    .hasMessage("The server does not take the claim: 422 strategy must be known");
        }
    }

    @Test
    void saysHowToOpenTheServer() {
        server.answerNext("claims", 401, "{\"detail\":\"Present a key\"}");
        try (WorkingWorker worker = WorkingWorker.start(server, "echo 1")) {
            assertThatThrownBy(worker::awaitEnd)
                    .hasMessageEndingWith("name its file with --key-file, or set PRISMQ_KEY");
        }
    }

    @Test
    void goesOnWithTheKeyThatTookThePlaceOfItsOwn(@TempDir Path directory) throws IOException, UnusableKeyException {
        Path file = Files.writeString(directory.resolve("key"), "first");
        PresentedKey key = PresentedKey.in(file);
        Files.writeString(file, "second");
        server.answerNext("claims", 401, "{\"detail\":\"The key is revoked\"}");
        server.give(7, "{}");
        try (WorkingWorker worker = WorkingWorker.start(server, key, Duration.ofSeconds(10), "sh", "-c", "echo 1")) {
            assertThat(server.next("complete").get("result").asInt()).isEqualTo(1);
        }
    }

    @Test
    void asksForWhatItWasToldToAskFor() {
        try (WorkingWorker worker = WorkingWorker.start(server, "echo 1")) {
            JsonNode claim = server.next("claims");

            assertThat(claim.get("worker_id").asString()).isEqualTo("worker-1");
            assertThat(claim.get("types").toString()).isEqualTo("[\"email\"]");
            assertThat(claim.propertyNames())
                    .containsExactly("worker_id", "types", "max_tasks", "wait_seconds", "claim_id");
        }
    }
}
