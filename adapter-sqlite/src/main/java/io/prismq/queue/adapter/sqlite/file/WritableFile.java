package io.prismq.queue.adapter.sqlite.file;

import io.prismq.queue.adapter.sqlite.session.Session;
import io.prismq.queue.domain.port.StoreReadOnlyException;
import java.util.concurrent.locks.Lock;

/** A database file as its writer sees it. */
public interface WritableFile {
    /** A connection that writes; never one to a file that has taken the place of this one. */
    Session connect();

    /**
     * Makes sure that what is written can be found again: a file that was deleted goes on to be written to by those who
     * have it open, and is lost when they close it.
     *
     * @throws StoreReadOnlyException if the file is not where it was, or another is there
     */
    void requireInPlace();

    /**
     * Closes the connections but the writer's; others are opened when they are needed. What could be opened for reading only,
     * SQLite does not open anew before the last connection of the process is closed.
     */
    void forgetOthers();

    /**
     * Whether the disk has room for the file to have so many pages, and for the log to grow by a batch. What is committed
     * stands in the log first: where the file could not grow by it any more, the log could never begin anew, and not
     * even a delete would find room.
     */
    boolean hasRoomFor(long pages);

    /** Held by whoever writes, for one transaction; fair, so that who wants the writer to give way comes next. */
    Lock turn();
}
