package io.prismq.queue.bootstrap.remote;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What every run of a command needs.
 *
 * @param timer for heartbeats and deadlines; a thread of it may wait for the server
 */
record Workplace(String workerId, List<String> command, WorkerApi api, Stop stop, ScheduledExecutorService timer) {}
