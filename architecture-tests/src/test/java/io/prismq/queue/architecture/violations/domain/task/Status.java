package io.prismq.queue.architecture.violations.domain.task;

/** What a response must not show as it is. */
public enum Status {
    QUEUED
}
