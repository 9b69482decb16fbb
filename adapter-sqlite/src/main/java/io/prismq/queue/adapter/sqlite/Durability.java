package io.prismq.queue.adapter.sqlite;

/** What an acknowledged write survives: https://www.sqlite.org/pragma.html#pragma_synchronous. */
public enum Durability {
    /** Loss of power: every commit waits for the disk. The default. */
    FULL,
    /** The end of the process, but not loss of power, which may take the latest commits. */
    NORMAL
}
