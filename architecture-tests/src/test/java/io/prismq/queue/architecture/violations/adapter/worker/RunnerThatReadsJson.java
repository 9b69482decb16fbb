package io.prismq.queue.architecture.violations.adapter.worker;

import tools.jackson.databind.JsonNode;

public record RunnerThatReadsJson(JsonNode payload) {}
