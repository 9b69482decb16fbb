package io.prismq.queue.adapter.worker;

import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.task.WorkerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many slots are taken by handlers that go on though they were told to end. One thread tells, any may ask. */
final class StuckHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(StuckHandlers.class);

    private final WorkerRegistry registry;
    private final WorkerId worker;
    private final int slots;
    private volatile int count;

    StuckHandlers(WorkerRegistry registry, WorkerSettings settings) {
        this.registry = registry;
        this.worker = settings.worker();
        this.slots = settings.slots().all();
    }

    /** Takes the number now. A worker with stuck handlers may have nothing else to say: it is told again each time. */
    void are(int now) {
        int before = count;
        if (now == 0 && before == 0) {
            return;
        }
        count = now;
        registry.reportStuckHandlers(worker, now);
        if (now >= slots && before < slots) {
            LOG.error("worker {} claims nothing: each of its slots is taken by a handler that does not end", worker);
        } else if (now < slots && before >= slots) {
            LOG.info("worker {} has a free slot again", worker);
        }
    }

    boolean takeEverySlot() {
        return count >= slots;
    }

    int count() {
        return count;
    }
}
