package io.prismq.queue.bootstrap.model;

import static io.prismq.queue.bootstrap.model.Queue.done;
import static io.prismq.queue.domain.testing.Tasks.BY;

import io.prismq.queue.application.ClaimCommand;
import io.prismq.queue.application.EnqueueCommand;
import io.prismq.queue.application.QueueStats;
import io.prismq.queue.application.Settlement;
import io.prismq.queue.domain.port.TaskQuery;
import io.prismq.queue.domain.port.Timer;
import io.prismq.queue.domain.task.TaskId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that is done to a queue. Says in its own words what it is. */
interface Operation {
    /** What the queue answers. */
    @Nullable
    Object on(Queue queue) throws Exception;

    record Enqueue(List<EnqueueCommand> tasks) implements Operation {
        @Override
        public Object on(Queue queue) throws Exception {
            return done(queue.submission.enqueue(tasks));
        }
    }

    record Claim(ClaimCommand command) implements Operation {
        @Override
        public Object on(Queue queue) throws Exception {
            return done(queue.execution.claim(command));
        }
    }

    record Settle(List<Settlement> settlements) implements Operation {
        @Override
        public Object on(Queue queue) throws Exception {
            return done(queue.execution.settle(settlements));
        }
    }

    record Cancel(TaskId id) implements Operation {
        @Override
        public Object on(Queue queue) throws Exception {
            return done(queue.submission.cancel(id, BY));
        }
    }

    record Retry(TaskId id) implements Operation {
        @Override
        public Object on(Queue queue) throws Exception {
            return done(queue.submission.retry(id, BY));
        }
    }

    record Delete(TaskId id) implements Operation {
        @Override
        public Object on(Queue queue) throws Exception {
            return done(queue.submission.delete(id, BY));
        }
    }

    /** Time passes, and what it alone moves is moved. */
    record Pass(Duration time, Duration listeningFor) implements Operation {
        @Override
        public Object on(Queue queue) throws Exception {
            queue.clock.advance(time);
            return List.of(
                    done(queue.upkeep.promoteDue()),
                    done(queue.upkeep.expireUnclaimed()),
                    done(queue.upkeep.endLeases(queue.clock.now().minus(listeningFor))));
        }
    }

    record StoreWorkers() implements Operation {
        @Override
        public @Nullable Object on(Queue queue) throws Exception {
            return done(queue.workers.store());
        }
    }

    /** Everything that can be asked of one task. */
    record Look(TaskId id, long after, int limit) implements Operation {
        @Override
        public Object on(Queue queue) {
            return List.of(queue.queries.get(id), queue.queries.attempts(id), queue.queries.log(id, after, limit));
        }
    }

    record Page(TaskQuery query) implements Operation {
        @Override
        public Object on(Queue queue) {
            return queue.queries.list(query);
        }
    }

    /** Everything that can be asked of the queue as a whole. */
    record Overview() implements Operation {
        @Override
        public Object on(Queue queue) {
            QueueStats stats = queue.queries.stats();
            return List.of(
                    Set.copyOf(stats.counts().cells()),
                    stats.oldestQueuedAge(),
                    queue.workers.list(),
                    Arrays.stream(Timer.values())
                            .map(timer -> queue.store.read(reads -> reads.next(timer)))
                            .toList());
        }
    }
}
