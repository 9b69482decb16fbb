package io.prismq.queue.bootstrap.demo;

import tools.jackson.databind.JsonNode;

/** A task of the show as it ended. */
record DemoOutcome(String title, JsonNode task, boolean asItMust) {}
