package io.prismq.queue.domain.testing;

import io.prismq.queue.domain.contract.TaskStoreContract;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.TaskStore;

class InMemoryTaskStoreTest extends TaskStoreContract {
    @Override
    protected TaskStore newStore(Clock clock) {
        return new InMemoryTaskStore(clock);
    }
}
