package io.prismq.queue.adapter.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.telemetry.BusyQueue;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.application.events.EventFeed;
import io.prismq.queue.application.events.EventFilter;
import io.prismq.queue.domain.port.StoreInspection;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import io.prismq.queue.domain.port.StoreSize;
import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.Payload;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.InMemoryBackupVault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueMetricsTest {
    private final BusyQueue queue = new BusyQueue();
    private final Disk disk = new Disk();
    private final InMemoryBackupVault vault = new InMemoryBackupVault();
    private final Backups backups = new Backups(vault, queue.clock, 2, Runnable::run, new Audit(queue.store));
    private final EventFeed events = new EventFeed(queue.store);
    private final Metrics metrics = new Metrics();
    private final QueueMetrics measured = new QueueMetrics(
            metrics,
            new QueueMetrics.Queue(queue.store, disk, queue.workers, backups, events, () -> true),
            queue.clock);

    private static final class Disk implements StoreInspection {
        private long free = 4096;

        @Override
        public List<String> quickCheck() {
            return List.of();
        }

        @Override
        public CompletionStage<?> tryWrite() {
            return CompletableFuture.completedStage(true);
        }

        @Override
        public StoreSize size() {
            return new StoreSize(8192, 4096);
        }

        @Override
        public long freeBytes() {
            if (free < 0) {
                throw new StoreReadOnlyException("the disk is gone", new IllegalStateException());
            }
            return free;
        }
    }

    @BeforeEach
    void start() {
        measured.start();
    }

    @AfterEach
    void close() {
        measured.close();
        events.close();
        metrics.close();
    }

    @Test
    void depthAndAgeAreToldByTypeAndStatus() {
        queue.enqueue("a");
        queue.clock.advance(Duration.ofSeconds(3));
        queue.enqueue("a");
        queue.enqueue("b");
        queue.claim("b");

        assertThat(scraped())
                .contains(
                        "prismq_tasks{status=\"queued\",type=\"a\"} 2.0",
                        "prismq_tasks{status=\"failed\",type=\"a\"} 0.0",
                        "prismq_tasks{status=\"processing\",type=\"b\"} 1.0",
                        "prismq_oldest_queued_age_seconds{type=\"a\"} 3.0",
                        "prismq_oldest_queued_age_seconds{type=\"b\"} 0.0");
    }

    @Test
    void theAgeOfTheNewestBackupAndFailuresSinceAreTold() {
        assertThat(scraped()).contains("prismq_backup_age_seconds NaN", "prismq_backup_failures 0.0");

        backups.start();
        queue.clock.advance(Duration.ofHours(1));
        vault.failWith(new StoreReadOnlyException("no such folder"));
        backups.start();
        backups.start();
        assertThat(scraped()).contains("prismq_backup_age_seconds 3600.0", "prismq_backup_failures 2.0");

        vault.failWith(null);
        backups.start();
        assertThat(scraped()).contains("prismq_backup_failures 0.0");
    }

    @Test
    void theStoreIsAskedAgainOnlyAfterASecond() {
        queue.enqueue("a");
        assertThat(scraped()).contains("prismq_tasks{status=\"queued\",type=\"a\"} 1.0");

        queue.enqueue("a");
        queue.clock.advance(Backlog.FRESH.minusMillis(1));
        assertThat(scraped()).contains("prismq_tasks{status=\"queued\",type=\"a\"} 1.0");

        queue.clock.advance(Duration.ofMillis(1));
        assertThat(scraped()).contains("prismq_tasks{status=\"queued\",type=\"a\"} 2.0");
    }

    @Test
    void whatHappensToTasksIsCountedByType() {
        queue.enqueue("a");
        queue.complete(queue.claim("a"));
        queue.enqueue("a");
        queue.fail(queue.claim("a"), "no luck");
        queue.reject(queue.claim("a"), "never");

        assertThat(scraped())
                .contains(
                        "prismq_tasks_enqueued_total{type=\"a\"} 2.0",
                        "prismq_tasks_claimed_total{type=\"a\"} 3.0",
                        "prismq_attempts_total{outcome=\"completed\",type=\"a\"} 1.0",
                        "prismq_attempts_total{outcome=\"failed\",type=\"a\"} 1.0",
                        "prismq_attempts_total{outcome=\"rejected\",type=\"a\"} 1.0",
                        "prismq_attempts_total{outcome=\"timeout\",type=\"a\"} 0.0",
                        "prismq_tasks_finished_total{status=\"completed\",type=\"a\"} 1.0",
                        "prismq_tasks_finished_total{status=\"failed\",type=\"a\"} 1.0",
                        "prismq_tasks_finished_total{status=\"cancelled\",type=\"a\"} 0.0");
    }

    @Test
    void aLeaseThatRanOutIsCounted() {
        queue.enqueue("a");
        queue.loseLease(queue.claim("a"));

        assertThat(scraped())
                .contains(
                        "prismq_lease_expiries_total{type=\"a\"} 1.0",
                        "prismq_attempts_total{outcome=\"lease_expired\",type=\"a\"} 1.0");
    }

    @Test
    void aWaitBeginsWhenTheTaskIsDueAndARunWithTheClaim() {
        queue.enqueue(new EnqueueCommand(
                new TaskType("a"),
                Payload.EMPTY,
                Compatibility.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(queue.clock.now().plusMillis(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        queue.clock.advance(Duration.ofMillis(61));
        queue.promote();
        Task claimed = queue.claim("a");
        queue.clock.advance(Duration.ofSeconds(2));
        queue.complete(claimed);

        assertThat(scraped())
                .contains(
                        "prismq_task_wait_seconds_bucket{type=\"a\",le=\"0.025\"} 0",
                        "prismq_task_wait_seconds_bucket{type=\"a\",le=\"0.1\"} 1",
                        "prismq_task_wait_seconds_sum{type=\"a\"} 0.06",
                        "prismq_task_run_seconds_bucket{type=\"a\",le=\"1.0\"} 0",
                        "prismq_task_run_seconds_bucket{type=\"a\",le=\"2.5\"} 1",
                        "prismq_task_run_seconds_count{type=\"a\"} 1");
    }

    @Test
    void typesBeyondTheBoundAreCountedTogether() {
        IntStream.range(0, TypeLabels.MOST + 3).forEach(number -> queue.enqueue("t" + number));

        assertThat(scraped())
                .contains(
                        "prismq_tasks_enqueued_total{type=\"t99\"} 1.0",
                        "prismq_tasks_enqueued_total{type=\"other\"} 3.0",
                        "prismq_tasks{status=\"queued\",type=\"other\"} 3.0")
                .noneMatch(line -> line.contains("\"t100\""));
    }

    @Test
    void commitsAreMeasuredByTimeAndByHowManyShareOne() {
        queue.enqueue("a");

        assertThat(scraped())
                .contains("prismq_commit_seconds_count 1", "prismq_commit_units_sum 1.0")
                .contains("prismq_commit_units_bucket{le=\"1.0\"} 1");
    }

    @Test
    void listenersAreCounted() {
        events.follow(OptionalLong.empty(), EventFilter.ALL);

        assertThat(scraped()).contains("prismq_event_listeners 1.0");
    }

    @Test
    void aFigureThatCannotBeHadSpoilsNoOther() {
        disk.free = -1;
        assertThat(scraped()).contains("prismq_disk_free_bytes NaN", "prismq_ready 1.0", "prismq_workers 0.0");

        disk.free = 4096;
        assertThat(scraped())
                .contains("prismq_disk_free_bytes 4096.0", "prismq_database_bytes 8192.0", "prismq_wal_bytes 4096.0");
    }

    @Test
    void nothingIsCountedAfterTheEnd() {
        measured.close();
        queue.enqueue("a");

        assertThat(scraped()).noneMatch(line -> line.startsWith("prismq_tasks_enqueued"));
    }

    private List<String> scraped() {
        return metrics.scrape("").text().lines().toList();
    }
}
