package io.prismq.queue.adapter.sqlite.care;

import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.TaskStoreException;

/** Something that is done for the file now and then, off the writer's path. For one thread. */
interface Chore {
    /**
     * Looks whether there is something to do, and does it. Asked several times a second.
     *
     * @throws TaskStoreException if it could not be done; it is asked again
     */
    void look(Session session);
}
