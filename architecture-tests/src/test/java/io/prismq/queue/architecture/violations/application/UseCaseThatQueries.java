package io.prismq.queue.architecture.violations.application;

import io.prismq.queue.architecture.violations.adapter.sqlite.jooq.TaskTable;

public record UseCaseThatQueries(TaskTable table) {}
