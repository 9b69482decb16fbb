package io.prismq.queue.application;

import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.Backup;
import io.prismq.queue.domain.port.BackupName;
import io.prismq.queue.domain.port.BackupVault;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStoreException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups, one at a time, and keeps the newest of them. What runs and what failed last is remembered until the
 * process ends; what is there, the vault knows.
 */
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final BackupVault vault;
    private final Clock clock;
    private final int keep;
    private final Executor threads;
    private final Audit audit;
    private final AtomicReference<BackupRuns> runs = new AtomicReference<>(BackupRuns.NONE);

    /**
     * Makes backups.
     *
     * @param keep the newest so many stay; at least 1
     * @param threads what a backup is made on: one thread is enough
     */
    public Backups(BackupVault vault, Clock clock, int keep, Executor threads, Audit audit) {
        if (keep < 1) {
            throw new IllegalArgumentException("at least one backup is kept");
        }
        this.vault = vault;
        this.clock = clock;
        this.keep = keep;
        this.threads = threads;
        this.audit = audit;
    }

    /**
     * Begins to make a backup, and does not wait for it.
     *
     * @return empty while one is being made already
     * @throws TaskStoreException if the vault cannot be looked at
     */
    public Optional<BackupStatus.Running> start() {
        BackupRuns before = seen();
        if (before.running().isPresent()) {
            return Optional.empty();
        }
        BackupStatus.Running next = new BackupStatus.Running(nextName(before));
        if (!runs.compareAndSet(before, before.begin(next))) {
            return start();
        }
        threads.execute(() -> run(next));
        return Optional.of(next);
    }

    /**
     * The same for somebody, and noted: the backup itself changes nothing in the store.
     *
     * @throws TaskStoreException if the vault cannot be looked at
     */
    public CompletionStage<Optional<BackupStatus.Running>> start(By by) {
        Optional<BackupStatus.Running> begun = start();
        Deed deed = begun.map(
                        run -> new Deed(by, Action.START_BACKUP, run.name().text(), Outcome.DONE))
                .orElseGet(() -> new Deed(by, Action.START_BACKUP, null, Outcome.BUSY));
        return audit.note(deed).thenApply(noted -> begun);
    }

    /** The database that is backed up, by its name. */
    public String database() {
        return vault.database();
    }

    /**
     * The backups that are there, the one that is being made, and the latest that failed since one was made: newest first.
     *
     * @throws TaskStoreException if the vault cannot be looked at
     */
    public List<BackupStatus> list() {
        BackupRuns seen = seen();
        List<BackupStatus> done =
                vault.list().stream().<BackupStatus>map(BackupStatus.Done::new).toList();
        // Whatever ended between the two looks is there.
        Predicate<BackupStatus> isOther =
                run -> done.stream().noneMatch(backup -> backup.name().equals(run.name()));
        return Stream.concat(
                        done.stream(),
                        Stream.concat(seen.running().stream(), seen.failed().stream())
                                .filter(isOther))
                .sorted(Comparator.comparing(BackupStatus::name).reversed())
                .toList();
    }

    /** One of {@link #list}. */
    public Optional<BackupStatus> get(BackupName name) {
        return list().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    private void run(BackupStatus.Running run) {
        try {
            Backup made = vault.create(run.name());
            runs.set(BackupRuns.NONE);
            LOG.info("backup {} is made: {} tasks, {} bytes", run.name().text(), made.tasks(), made.bytes());
        } catch (RuntimeException | Error why) {
            runs.updateAndGet(before -> before.fail(run, clock.now(), why));
            LOG.error("backup {} could not be made: {}", run.name().text(), why.getMessage(), why);
            return;
        }
        prune();
    }

    private void prune() {
        try {
            vault.prune(keep);
        } catch (TaskStoreException why) {
            LOG.warn("old backups could not be removed: {}", why.getMessage(), why);
        }
    }

    private BackupName nextName(BackupRuns before) {
        Optional<BackupName> newest = Stream.concat(newest().stream(), before.failed().map(BackupStatus::name).stream())
                .max(Comparator.naturalOrder());
        return BackupName.after(newest, vault.database(), clock.now());
    }

    /** How many have failed in this process since one was made. */
    public int failures() {
        return seen().failures();
    }

    /**
     * The latest that there is.
     *
     * @throws TaskStoreException if the vault cannot be looked at
     */
    public Optional<BackupName> newest() {
        return vault.newest().map(Backup::name);
    }

    /** What this process knows beside what there is. */
    BackupRuns seen() {
        return Objects.requireNonNull(runs.get());
    }
}
