package io.prismq.queue.architecture.violations.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class UseCaseThatLogsPerInstance {
    private final Logger log = LoggerFactory.getLogger(getClass());

    public void log() {
        log.info("called");
    }
}
