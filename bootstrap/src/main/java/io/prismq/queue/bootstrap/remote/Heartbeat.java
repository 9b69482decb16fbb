package io.prismq.queue.bootstrap.remote;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Holds on to one task, and carries what its command tells. */
final class Heartbeat {
    private final ClaimedTask task;
    private final WorkerApi api;
    private final Report report;
    private final Consumer<Interruption> interrupt;
    private final Pace pace;
    private long quietTicks;

    Heartbeat(ClaimedTask task, WorkerApi api, Report report, Consumer<Interruption> interrupt) {
        this.task = task;
        this.api = api;
        this.report = report;
        this.interrupt = interrupt;
        this.pace = Pace.of(task.lease());
    }

    ScheduledFuture<?> start(ScheduledExecutorService timer) {
        long millis = pace.tick().toMillis();
        return timer.scheduleWithFixedDelay(this::beat, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Delivers what is left to tell, when the ticks have been cancelled. */
    synchronized void deliverRest(CountDownLatch givenUp) throws InterruptedException {
        if (!report.isEmpty()) {
            api.lastHeartbeat(task, report.take(), givenUp);
        }
    }

    private synchronized void beat() {
        quietTicks++;
        if (report.isEmpty() && quietTicks < pace.ticksPerRenewal()) {
            return;
        }
        Report.Batch batch = report.take();
        try {
            follow(api.heartbeat(task, batch));
            quietTicks = 0;
        } catch (IOException unanswered) {
            // The lease may outlast it: the next tick tries again.
            report.putBack(batch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Directive directive) {
        switch (directive) {
            case GO_ON -> {}
            case CANCEL -> interrupt.accept(Interruption.CANCELLED);
            case LOST -> interrupt.accept(Interruption.LEASE_LOST);
        }
    }
}
