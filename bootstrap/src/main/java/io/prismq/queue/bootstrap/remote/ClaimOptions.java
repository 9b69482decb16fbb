package io.prismq.queue.bootstrap.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a worker asks for. It is not checked here: the server says what it does not take. What is null is left to the
 * server.
 *
 * @param leaseSeconds of each claim and of each heartbeat
 * @param maxTasks the most that one claim takes, where as many slots are free
 */
public record ClaimOptions(
        List<String> types,
        @Nullable Integer leaseSeconds,
        @Nullable ObjectNode capabilities,
        @Nullable String strategy,
        int maxTasks) {}
