package io.prismq.queue.adapter.telemetry.trace;

import io.opentelemetry.api.trace.SpanBuilder;
import io.prismq.queue.domain.port.Commit;
import io.prismq.queue.domain.port.TaskStore;
import io.prismq.queue.domain.task.TraceContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span for each commit of this process that changed tasks. Child of a task's trace where all its traced tasks are of that one; where they
 * are of several, it belongs to none and is linked to each.
 */
public final class CommitSpans implements AutoCloseable {
    /** More would tell no more. */
    private static final int MOST_LINKS = 32;

    private final Tracing tracing;
    private final TaskStore store;
    private TaskStore.@Nullable Subscription subscription;

    public CommitSpans(Tracing tracing, TaskStore store) {
        this.tracing = tracing;
        this.store = store;
    }

    /** Begins to tell. */
    public synchronized void start() {
        subscription = store.subscribe(this::committed);
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
    }

    private void committed(Commit commit) {
        if (commit.foreign()) {
            return;
        }
        List<TraceContext> parents = parents(commit);
        tracing.ended(
                "commit",
                commit.took(),
                parents.size() == 1 ? parents.get(0) : null,
                span -> describe(span, commit, parents),
                span -> {});
    }

    private static void describe(SpanBuilder span, Commit commit, List<TraceContext> parents) {
        span.setAttribute("prismq.commit.units", commit.units())
                .setAttribute("prismq.commit.changes", commit.changes().size());
        if (parents.size() > 1) {
            parents.forEach(parent -> span.addLink(Tracing.of(parent)));
        }
    }

    private static List<TraceContext> parents(Commit commit) {
        return commit.changes().stream()
                .map(change -> change.task().spec().trace())
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_LINKS)
                .toList();
    }
}
