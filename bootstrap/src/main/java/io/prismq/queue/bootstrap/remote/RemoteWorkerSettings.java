package io.prismq.queue.bootstrap.remote;

import io.prismq.queue.bootstrap.connection.ServerAddress;
import java.time.Duration;
import java.util.List;

/**
 * What a worker is told at its start.
 *
 * @param command the program and its arguments
 * @param slots how many commands run at a time
 * @param grace how long commands may go on after the worker was told to stop
 */
public record RemoteWorkerSettings(
        ServerAddress server, String workerId, List<String> command, int slots, Duration grace, ClaimOptions claims) {}
