package io.prismq.queue.bootstrap.remote;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Ends a process with everything below it. */
final class ProcessTree {
    private ProcessTree() {}

    /**
     * Parents first: a shell whose child ended before it would go on with its next command. The children of each are
     * looked up right before its end, because afterwards they are nobody's.
     */
    static void kill(ProcessHandle root) {
        Queue<ProcessHandle> doomed = new ArrayDeque<>(List.of(root));
        for (ProcessHandle next = doomed.poll(); next != null; next = doomed.poll()) {
            List<ProcessHandle> children = next.children().toList();
            next.destroyForcibly();
            doomed.addAll(children);
        }
    }
}
