package io.prismq.queue.architecture.violations.domain.task;

public class TaskForSubclasses {}
