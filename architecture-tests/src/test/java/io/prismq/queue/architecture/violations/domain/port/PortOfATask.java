package io.prismq.queue.architecture.violations.domain.port;

import io.prismq.queue.architecture.violations.domain.task.TaskOfAPort;

public interface PortOfATask {
    TaskOfAPort task();
}
