package io.prismq.queue.architecture.violations.adapter.http;

import io.prismq.queue.architecture.violations.adapter.sqlite.jooq.TaskTable;

public record ControllerThatQueries(TaskTable table) {}
