package io.prismq.queue.domain.task;

/** What can happen to a task. */
public enum TaskEvent {
    ENQUEUE("enqueued"),
    DUE("due"),
    CLAIM("claimed"),
    HEARTBEAT("renewed"),
    PROGRESS("progress"),
    COMPLETE("completed"),
    FAIL("failed"),
    TIME_OUT("timed_out"),
    LEASE_EXPIRY("lease_expired"),
    RELEASE("released"),
    EXPIRE("expired"),
    CANCEL("cancelled"),
    RETRY("retried"),
    DELETE("deleted");

    private final String word;

    TaskEvent(String word) {
        this.word = word;
    }

    /** The word that people and programs read of one that happened. */
    public String word() {
        return word;
    }

    /** Whether an attempt, or the task, failed by it. */
    public boolean isFailure() {
        return this == FAIL || this == TIME_OUT || this == LEASE_EXPIRY || this == EXPIRE;
    }

    /** Whether somebody asks for it; the others befall a task because its time has come. */
    public boolean isAskedFor() {
        return this != DUE && this != TIME_OUT && this != LEASE_EXPIRY && this != EXPIRE;
    }

    /** Whether the event log keeps it. A mere sign of life is no news. */
    public boolean isNews() {
        return this != HEARTBEAT;
    }
}
