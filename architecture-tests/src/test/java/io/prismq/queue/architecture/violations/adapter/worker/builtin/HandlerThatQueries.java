package io.prismq.queue.architecture.violations.adapter.worker.builtin;

import io.prismq.queue.architecture.violations.adapter.sqlite.jooq.TaskTable;

public record HandlerThatQueries(TaskTable table) {}
