package io.prismq.queue.architecture.violations.domain.task;

import io.prismq.queue.architecture.violations.domain.port.PortOfATask;

public record TaskOfAPort(PortOfATask port) {}
