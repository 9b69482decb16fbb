package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.OverviewView.AlarmView;
import io.prismq.queue.application.TypeStatus;
import io.prismq.queue.application.WorkerStatus;
import io.prismq.queue.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What wants a look.
 *
 * @param reasonsAgainstReady why the process is not ready; empty when it is
 */
public record Alarms(Supplier<List<String>> reasonsAgainstReady) {
    private static final int MANY_FAILURES = 10;
    private static final double HIGH_RATE = 0.1;

    List<AlarmView> of(List<TypeStatus> types, List<WorkerStatus> workers, LastHour hour) {
        List<AlarmView> alarms = new ArrayList<>();
        reasonsAgainstReady.get().forEach(reason -> alarms.add(new AlarmView(true, "Not ready: " + reason)));
        long waiting = types.stream()
                .filter(type -> type.pausedSince().isEmpty())
                .mapToLong(type -> type.count(TaskStatus.QUEUED))
                .sum();
        if (waiting > 0 && workers.isEmpty()) {
            alarms.add(new AlarmView(true, "No worker is there for " + Amount.of(waiting, "queued task")));
        }
        long completed = hour.completed(0, LastHour.MINUTES);
        long failed = hour.failed(0, LastHour.MINUTES);
        if (failed >= MANY_FAILURES && failed > HIGH_RATE * (failed + completed)) {
            alarms.add(new AlarmView(false, "%s failed in the last hour".formatted(Amount.of(failed, "attempt"))));
        }
        types.stream()
                .filter(type -> type.pausedSince().isPresent())
                .forEach(type -> alarms.add(new AlarmView(
                        false,
                        "%s is paused, with %s"
                                .formatted(type.type(), Amount.of(type.count(TaskStatus.QUEUED), "queued task")))));
        workers.stream()
                .filter(worker -> worker.worker().stuckHandlers() > 0)
                .forEach(worker -> alarms.add(new AlarmView(
                        false,
                        "Worker %s has %s whose attempts have ended"
                                .formatted(
                                        worker.worker().id().value(),
                                        Amount.of(worker.worker().stuckHandlers(), "handler")))));
        return alarms;
    }
}
