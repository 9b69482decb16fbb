package io.prismq.queue.architecture.violations.adapter.sqlite.jooq;

/** Stands for a generated table. */
public final class TaskTable {}
