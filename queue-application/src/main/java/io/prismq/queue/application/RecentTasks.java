package io.prismq.queue.application;

import io.prismq.queue.domain.port.TaskPage;
import io.prismq.queue.domain.task.StoredTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings the first pages of several lists together, all made with the same bounds. The whole ends by the same bounds, and
 * so before any page of it could lack a task: a page that was cut holds enough to cut the whole no later.
 */
final class RecentTasks {
    private final int limit;
    private final long maxBytes;
    private final List<StoredTask> found = new ArrayList<>();

    RecentTasks(int limit, long maxBytes) {
        this.limit = limit;
        this.maxBytes = maxBytes;
    }

    void add(TaskPage page) {
        found.addAll(page.tasks());
    }

    List<StoredTask> newestFirst() {
        found.sort(
                Comparator.comparing((StoredTask stored) -> stored.task().id()).reversed());
        List<StoredTask> newest = new ArrayList<>();
        long characters = 0;
        for (StoredTask stored : found) {
            if (newest.size() == limit || characters >= maxBytes) {
                break;
            }
            newest.add(stored);
            characters += stored.characters();
        }
        return newest;
    }
}
