package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView.AlarmView;
import io.prismq.queue.adapter.http.monitoring.Monitoring;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.TypeStatus;
import io.prismq.queue.application.WorkerStatus;
import io.prismq.queue.domain.task.TaskStatus;
import io.prismq.queue.domain.task.TaskType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What wants a look. */
public record Alarms(Monitoring monitoring, Backups backups) {
    private static final int MANY_FAILURES = 10;
    private static final double HIGH_RATE = 0.1;
    private static final int MOST_NAMED = 10;

    List<AlarmView> of(List<TypeStatus> types, List<WorkerStatus> workers, LastHour hour) {
        return Stream.of(
                        urgent(monitoring.reasonsAgainstReady().get().stream().map(reason -> "Not ready: " + reason)),
                        urgent(unclaimed(types, workers)),
                        mild(backlog(types)),
                        mild(failures(hour)),
                        mild(lostBackups()),
                        mild(paused(types)),
                        mild(stuck(workers)))
                .flatMap(alarms -> alarms)
                .toList();
    }

    /** Those that workers might claim, and that none asks for. */
    private static Stream<String> unclaimed(List<TypeStatus> types, List<WorkerStatus> workers) {
        Set<TaskType> run = workers.stream()
                .flatMap(status -> status.worker().types().stream())
                .collect(Collectors.toSet());
        List<TypeStatus> unclaimed = types.stream()
                .filter(type -> type.pausedSince().isEmpty() && queued(type) > 0 && !run.contains(type.type()))
                .toList();
        if (!unclaimed.isEmpty() && workers.isEmpty()) {
            return Stream.of("No worker is there for " + Amount.of(queued(unclaimed), "queued task"));
        }
        Stream<String> named = unclaimed.stream()
                .limit(MOST_NAMED)
                .map(type -> "%s of %s %s queued, and no worker runs that type"
                        .formatted(Amount.of(queued(type), "task"), type.type(), queued(type) == 1 ? "is" : "are"));
        int others = unclaimed.size() - MOST_NAMED;
        return others <= 0
                ? named
                : Stream.concat(named, Stream.of("No worker runs " + Amount.of(others, "more queued type")));
    }

    private Stream<String> backlog(List<TypeStatus> types) {
        long queued = queued(types);
        long most = monitoring.thresholds().maxQueued();
        Stream<String> depth = queued > most
                ? Stream.of("%s queued, more than %s".formatted(Amount.of(queued, "task"), Amount.count(most)))
                : Stream.of();
        Duration longest = monitoring.thresholds().maxQueuedAge();
        Stream<String> age = types.stream()
                .flatMap(type -> type.oldestQueuedAge().stream())
                .max(Comparator.naturalOrder())
                .filter(oldest -> oldest.compareTo(longest) > 0)
                .stream()
                .map(oldest -> "The oldest queued task has waited %s, longer than %s"
                        .formatted(Amount.length(oldest), Amount.length(longest)));
        return Stream.concat(depth, age);
    }

    private static Stream<String> failures(LastHour hour) {
        long completed = hour.completed(0, LastHour.MINUTES);
        long failed = hour.failed(0, LastHour.MINUTES);
        return failed >= MANY_FAILURES && failed > HIGH_RATE * (failed + completed)
                ? Stream.of("%s failed in the last hour".formatted(Amount.of(failed, "attempt")))
                : Stream.of();
    }

    private Stream<String> lostBackups() {
        int failures = backups.failures();
        return failures == 0
                ? Stream.of()
                : Stream.of(
                        failures == 1
                                ? "The last backup failed"
                                : "The last %s failed".formatted(Amount.of(failures, "backup")));
    }

    private static Stream<String> paused(List<TypeStatus> types) {
        return types.stream()
                .filter(type -> type.pausedSince().isPresent() && queued(type) > 0)
                .map(type -> "%s is paused, with %s".formatted(type.type(), Amount.of(queued(type), "queued task")));
    }

    private static Stream<String> stuck(List<WorkerStatus> workers) {
        return workers.stream()
                .map(WorkerStatus::worker)
                .filter(worker -> worker.stuckHandlers() > 0)
                .map(worker -> "Worker %s has %s whose attempts have ended"
                        .formatted(worker.id().value(), Amount.of(worker.stuckHandlers(), "handler")));
    }

    private static Stream<AlarmView> urgent(Stream<String> texts) {
        return texts.map(text -> new AlarmView(true, text));
    }

    private static Stream<AlarmView> mild(Stream<String> texts) {
        return texts.map(text -> new AlarmView(false, text));
    }

    private static long queued(List<TypeStatus> types) {
        return types.stream().mapToLong(Alarms::queued).sum();
    }

    private static long queued(TypeStatus type) {
        return type.count(TaskStatus.QUEUED);
    }
}
