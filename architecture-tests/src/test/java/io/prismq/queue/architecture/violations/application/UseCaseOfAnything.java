package io.prismq.queue.architecture.violations.application;

import java.util.Map;

public final class UseCaseOfAnything {
    public Map<String, Object> anything() {
        return Map.of();
    }
}
