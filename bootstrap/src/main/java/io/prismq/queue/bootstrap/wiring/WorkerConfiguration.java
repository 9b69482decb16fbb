package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.adapter.http.CapabilitiesJson;
import io.prismq.queue.adapter.worker.Slots;
import io.prismq.queue.adapter.worker.ThreadKind;
import io.prismq.queue.adapter.worker.WorkerSettings;
import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.TypeSection;
import io.prismq.queue.bootstrap.config.WorkerSection;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.task.WorkerId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the configuration says of the worker in this process, in the worker's terms. */
final class WorkerConfiguration {
    private WorkerConfiguration() {}

    static WorkerSettings settings(Configuration configuration) {
        WorkerSection worker = configuration.worker();
        return new WorkerSettings(
                new WorkerId(Optional.ofNullable(worker.id()).orElseGet(ProcessName::get)),
                new Slots(worker.slots(), slotsByType(configuration.types()), worker.prefetch()),
                capabilities(worker.capabilities()),
                Optional.ofNullable(worker.leaseSeconds()).map(Duration::ofSeconds),
                WorkerSettings.DEFAULT_POLL_INTERVAL,
                switch (worker.threads()) {
                    case PLATFORM -> ThreadKind.PLATFORM;
                    case VIRTUAL -> ThreadKind.VIRTUAL;
                });
    }

    private static Map<TaskType, Integer> slotsByType(Map<String, TypeSection> types) {
        Map<TaskType, Integer> slots = new HashMap<>();
        types.forEach((name, section) ->
                Optional.ofNullable(section.slots()).ifPresent(bound -> slots.put(new TaskType(name), bound)));
        return slots;
    }

    /** Compared with what clients ask for, and so read as it is read over HTTP. */
    private static Capabilities capabilities(Map<String, JsonNode> offer) {
        return CapabilitiesJson.read(new ObjectNode(JsonNodeFactory.instance, offer).toString());
    }
}
