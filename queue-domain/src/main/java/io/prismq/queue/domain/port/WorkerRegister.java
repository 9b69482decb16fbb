package io.prismq.queue.domain.port;

import io.prismq.queue.domain.task.WorkerId;
import io.prismq.queue.domain.worker.Worker;

/** The register of workers inside a unit of work. */
public interface WorkerRegister extends WorkerReads {
    /** Registers the worker, in the place of what was registered under its id. */
    void put(Worker worker);

    /** Strikes the worker off; one that is not registered stays so. */
    void remove(WorkerId id);
}
