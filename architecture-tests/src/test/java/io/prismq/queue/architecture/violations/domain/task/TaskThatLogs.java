package io.prismq.queue.architecture.violations.domain.task;

import org.slf4j.Logger;

public record TaskThatLogs(Logger log) {}
