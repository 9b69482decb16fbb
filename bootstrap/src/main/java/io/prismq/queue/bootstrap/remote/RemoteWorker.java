package io.prismq.queue.bootstrap.remote;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims tasks from a server and runs a command for each, until it is stopped. Run once; may be stopped by any thread.
 */
public final class RemoteWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteWorker.class);

    /** A server that is about to stop answers at once that it has nothing. */
    private static final long PAUSE_AFTER_NOTHING_MILLIS = 200;

    /** For what the server is still to be told when the grace is over. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final RemoteWorkerSettings settings;
    private final ExecutorService threads = Executors.newCachedThreadPool(RemoteWorker::daemon);
    private final Workplace workplace;
    private final Slots slots;
    private final FutureTask<Void> claims = new FutureTask<>(this::claim);
    private final CountDownLatch ended = new CountDownLatch(1);

    public RemoteWorker(RemoteWorkerSettings settings) {
        this.settings = settings;
        this.workplace = new Workplace(
                settings.workerId(),
                settings.command(),
                new WorkerApi(settings),
                new Stop(),
                timer(settings.slots() + 1));
        this.slots = new Slots(settings.slots(), threads);
    }

    /**
     * Works until it is stopped.
     *
     * @throws RemoteWorkerException if the server does not take its claims
     */
    public void run() throws InterruptedException {
        threads.execute(claims);
        try {
            claims.get();
        } catch (CancellationException asked) {
            // As it should end.
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RemoteWorkerException refused
                    ? refused
                    : new IllegalStateException(failed.getCause());
        } finally {
            finishRuns();
            ended.countDown();
        }
    }

    /**
     * Claims nothing more, waits for what runs, and gives back what does not end within the grace.
     *
     * @return whether the worker was still at work
     */
    public boolean stop() throws InterruptedException {
        workplace.stop().asked().countDown();
        boolean atWork = claims.cancel(true);
        if (atWork) {
            LOG.info(
                    "No further task is claimed; commands may go on for {} seconds",
                    settings.grace().toSeconds());
        }
        ended.await();
        return atWork;
    }

    private Void claim() throws InterruptedException {
        while (true) {
            int taken = slots.take(settings.claims().maxTasks());
            List<ClaimedTask> tasks = List.of();
            try {
                tasks = workplace.api().claim(taken, workplace.stop().asked());
            } finally {
                slots.putBack(taken - tasks.size());
            }
            tasks.forEach(task -> slots.run(new TaskRun(task, workplace)));
            if (tasks.isEmpty()) {
                workplace.stop().asked().await(PAUSE_AFTER_NOTHING_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void finishRuns() throws InterruptedException {
        workplace.stop().asked().countDown();
        if (!slots.awaitIdle(settings.grace())) {
            slots.giveBackAll();
            slots.awaitIdle(LAST_WORDS);
        }
        workplace.stop().over().countDown();
        slots.awaitIdle(LAST_WORDS);
    }

    private static ScheduledExecutorService timer(int threads) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(threads, RemoteWorker::daemon);
        // A deadline may be hours away, long after its command has ended.
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }
}
