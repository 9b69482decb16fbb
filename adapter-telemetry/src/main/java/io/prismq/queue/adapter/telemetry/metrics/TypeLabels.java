package io.prismq.queue.adapter.telemetry.metrics;

import io.prismq.queue.domain.task.TaskType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What task types are called in metrics: of so many names only, however many types there are. */
final class TypeLabels {
    /** The first types that this process hears of have their own name. */
    static final int MOST = 100;

    /** What all further types are together. */
    static final String OTHER = "other";

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    String of(TaskType type) {
        String name = type.value();
        return known.contains(name) || learns(name) ? name : OTHER;
    }

    /** Every name that there is by now. */
    List<String> all() {
        return known.stream().sorted().toList();
    }

    private synchronized boolean learns(String name) {
        if (known.size() < MOST) {
            known.add(name);
        }
        return known.contains(name);
    }
}
