package io.prismq.queue.bootstrap.remote;

/** What the server wants of a worker that told it is alive. */
enum Directive {
    GO_ON,
    /** The task was cancelled. */
    CANCEL,
    /** The task is no longer the worker's. */
    LOST
}
