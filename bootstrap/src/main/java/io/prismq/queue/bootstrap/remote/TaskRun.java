package io.prismq.queue.bootstrap.remote;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One task, from its claim to its settlement. Run by one thread; others may give it back. */
final class TaskRun {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);

    /** How much earlier than the worker a command may learn of a stop that both are told. */
    private static final long STOP_LAG_MILLIS = 500;

    private final ClaimedTask task;
    private final Workplace workplace;
    private final CompletableFuture<RunningCommand> started = new CompletableFuture<>();

    TaskRun(ClaimedTask task, Workplace workplace) {
        this.task = task;
        this.workplace = workplace;
    }

    /** Runs the command and tells the server what it came to. */
    void run() throws InterruptedException {
        task.fields(workplace.workerId()).forEach(MDC::put);
        try {
            runIfNotStopped();
        } finally {
            MDC.clear();
        }
    }

    /** Ends the command now, or as soon as it is started. */
    void giveBack() {
        started.thenAccept(command -> command.interrupt(Interruption.GIVEN_BACK));
    }

    private void runIfNotStopped() throws InterruptedException {
        Optional<Settlement> settlement = workplace.stop().isAsked() ? Optional.of(Settlement.release()) : execute();
        if (settlement.isPresent()) {
            workplace.api().settle(task, settlement.get(), workplace.stop().over());
        }
    }

    /** Empty if the task is no longer this worker's. */
    private Optional<Settlement> execute() throws InterruptedException {
        Report report = new Report();
        try {
            RunningCommand command = RunningCommand.start(workplace.command(), environment(), task.payload(), report);
            started.complete(command);
            return accompany(command, report);
        } catch (IOException notStarted) {
            return Optional.of(Settlement.fail("The command cannot be started: " + notStarted.getMessage()));
        }
    }

    private Optional<Settlement> accompany(RunningCommand command, Report report) throws InterruptedException {
        Heartbeat heartbeat = new Heartbeat(task, workplace.api(), report, command::interrupt);
        Future<?> beats = heartbeat.start(workplace.timer());
        Future<?> deadline = workplace
                .timer()
                .schedule(
                        () -> command.interrupt(Interruption.TIMED_OUT),
                        task.timeout().toMillis(),
                        TimeUnit.MILLISECONDS);
        int exitCode = command.awaitEnd();
        deadline.cancel(false);
        beats.cancel(false);
        Optional<Settlement> settlement = settlement(command, exitCode);
        if (settlement.isPresent()) {
            heartbeat.deliverRest(workplace.stop().over());
        }
        return settlement;
    }

    private Optional<Settlement> settlement(RunningCommand command, int exitCode) throws InterruptedException {
        Optional<Interruption> interruption = command.interruption();
        if (interruption.isPresent() && exitCode != ExitCodes.OK) {
            LOG.warn("killed the command: the task {}", interruption.get());
            return interruption.filter(Interruption.GIVEN_BACK::equals).map(givenBack -> Settlement.release());
        }
        return Optional.of(isStopped(exitCode) ? Settlement.release() : command.settlement(exitCode));
    }

    /** A terminal sends its Ctrl-C to the commands too, and a supervisor its SIGTERM. */
    private boolean isStopped(int exitCode) throws InterruptedException {
        return ExitCodes.isOfAStop(exitCode) && workplace.stop().asked().await(STOP_LAG_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PRISMQ_TASK_ID", Long.toString(task.id()),
                "PRISMQ_TASK_TYPE", task.type(),
                "PRISMQ_ATTEMPT", Integer.toString(task.attempt()),
                "PRISMQ_WORKER_ID", workplace.workerId()));
        task.traceparent().ifPresent(trace -> environment.put("TRACEPARENT", trace));
        return environment;
    }
}
