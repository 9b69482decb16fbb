package io.prismq.queue.domain.port;

import java.util.List;
import java.util.Optional;

/**
 * Makes and keeps backups of a store, each a state of one moment. Implementations MUST be safe for use by many threads,
 * and MUST let reads and writes of the store go on while they work.
 */
public interface BackupVault {
    /** The database that this vault is of, as the names of its backups have it. */
    String database();

    /**
     * Makes a backup: of everything that was acknowledged before the call, of nothing that is not committed when it
     * returns, and without a unit of work that is half done. It MUST be verified and durable when the call returns, and a
     * backup that is not whole MUST NOT ever be listed, wherever the process ends. Takes as long as copying everything.
     *
     * @throws StoreBusyException if one is being made already
     * @throws StoreFullException if there is no room for it
     * @throws TaskStoreException if it cannot be made for another reason, such as a backup of that name
     */
    Backup create(BackupName name);

    /**
     * The backups of this database that there are, newest first by their names. Those of others, which MAY be kept at the
     * same place, MUST neither be listed nor removed.
     *
     * @throws TaskStoreException if they cannot be looked at
     */
    List<Backup> list();

    /**
     * The first of the {@link #list() list}, in the time that one takes: it is asked for often.
     *
     * @throws TaskStoreException if it cannot be looked at
     */
    Optional<Backup> newest();

    /**
     * Removes all but the newest.
     *
     * @param keep at least 1
     * @throws TaskStoreException if one cannot be removed
     */
    void prune(int keep);
}
