package io.prismq.queue.domain.task;

/** What can happen to a task. */
public enum TaskEvent {
    ENQUEUE,
    DUE,
    CLAIM,
    HEARTBEAT,
    COMPLETE,
    FAIL,
    TIME_OUT,
    LEASE_EXPIRY,
    RELEASE,
    EXPIRE,
    CANCEL,
    RETRY,
    DELETE
}
