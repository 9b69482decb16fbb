package io.prismq.queue.application;

import io.prismq.queue.domain.port.ClaimCriteria;
import io.prismq.queue.domain.port.ClaimOrder;
import io.prismq.queue.domain.port.Randomness;
import io.prismq.queue.domain.port.TaskTransaction;
import io.prismq.queue.domain.task.Claim;
import io.prismq.queue.domain.task.Priority;
import io.prismq.queue.domain.task.PriorityDraw;
import io.prismq.queue.domain.task.StoredTask;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.task.TaskTypePolicies;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leases tasks to one claim, inside one unit of work, by the strategy of the claim. A task whose time to live has just
 * passed is failed on the way, some of them at a time.
 */
final class Selection {
    private final TaskTransaction tx;
    private final ClaimCommand command;
    private final TaskTypePolicies policies;
    private final Randomness randomness;
    private final List<StoredTask> claimed = new ArrayList<>();
    private final List<TaskId> expired = new ArrayList<>();

    Selection(TaskTransaction tx, ClaimCommand command, TaskTypePolicies policies, Randomness randomness) {
        this.tx = tx;
        this.command = command;
        this.policies = policies;
        this.randomness = randomness;
    }

    List<StoredTask> claim() {
        switch (command.strategy()) {
            case PRIORITY -> claimFirst(ClaimOrder.PRIORITY);
            case FIFO -> claimFirst(ClaimOrder.OLDEST);
            case LIFO -> claimFirst(ClaimOrder.NEWEST);
            case WEIGHTED_RANDOM -> claimDrawn();
        }
        return List.copyOf(claimed);
    }

    /** Looks again where tasks stood in the way that were too late to be claimed. */
    private void claimFirst(ClaimOrder order) {
        boolean othersStoodInTheWay = true;
        while (othersStoodInTheWay && wantsMore()) {
            int before = expired.size();
            offered(order, Optional.empty(), command.limit() - claimed.size()).forEach(this::claim);
            othersStoodInTheWay = expired.size() > before;
        }
    }

    /**
     * Draws a level for each task that is wanted, and asks for those of a level together: a question costs as much as there
     * are lanes. A level that has nothing to give is not drawn again.
     */
    private void claimDrawn() {
        List<Priority> levels = new ArrayList<>(tx.offers().levels(command.skills()));
        while (!levels.isEmpty() && wantsMore()) {
            drawn(levels).forEach((level, tasks) -> {
                if (wantsMore() && !claimOldest(level, tasks)) {
                    levels.remove(level);
                }
            });
        }
    }

    /** How many tasks of which level, the level first that was drawn first. */
    private Map<Priority, Integer> drawn(List<Priority> levels) {
        Map<Priority, Integer> drawn = new LinkedHashMap<>();
        for (int missing = command.limit() - claimed.size(); missing > 0; missing--) {
            drawn.merge(PriorityDraw.among(levels, randomness.fraction()), 1, Integer::sum);
        }
        return drawn;
    }

    /** Whether there was any. */
    private boolean claimOldest(Priority level, int tasks) {
        List<StoredTask> oldest = offered(ClaimOrder.OLDEST, Optional.of(level), tasks);
        oldest.forEach(this::claim);
        return !oldest.isEmpty();
    }

    private boolean wantsMore() {
        return claimed.size() < command.limit() && bytesLeft() > 0 && expired.size() < TaskUpkeep.BATCH;
    }

    private List<StoredTask> offered(ClaimOrder order, Optional<Priority> level, int limit) {
        return tx.offers().claimable(new ClaimCriteria(command.skills(), order, level, limit, bytesLeft()));
    }

    private long bytesLeft() {
        return command.maxBytes()
                - claimed.stream().mapToLong(StoredTask::characters).sum();
    }

    private void claim(StoredTask found) {
        Task task = found.task();
        TaskTypePolicy policy = policies.of(task.type());
        Claim claim = new Claim(
                command.worker(),
                randomness.leaseToken(),
                command.leaseLength().orElse(policy.leaseLength()),
                policy.attemptTimeout(),
                command.id().orElse(null));
        task.claim(claim, tx.now())
                .fold(
                        moved -> claimed.add(new StoredTask(tx.save(moved), found.payload(), found.result())),
                        tooLate -> expire(task));
    }

    /** Nobody claimed it in time, and it may keep nobody from the next one until upkeep comes by. */
    private boolean expire(Task task) {
        task.expire(tx.now()).fold(tx::save, refusal -> task);
        return expired.add(task.id());
    }
}
