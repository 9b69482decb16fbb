package io.prismq.queue.adapter.worker.attempt;

import org.jspecify.annotations.Nullable;

/** What a handler may change on its thread, as it was before: the next handler on the thread finds it unchanged. */
record ThreadTraits(String name, int priority, @Nullable ClassLoader contextLoader) {
    static ThreadTraits ofThisThread() {
        Thread thread = Thread.currentThread();
        return new ThreadTraits(thread.getName(), thread.getPriority(), thread.getContextClassLoader());
    }

    /** Gives them back to this thread, without an interrupt that has been left behind. */
    @SuppressWarnings("ThreadPriorityCheck") // it is the handler that relied on it
    void restore() {
        Thread thread = Thread.currentThread();
        // The operating system is told of a name, which takes longer than a short handler does.
        if (!thread.getName().equals(name)) {
            thread.setName(name);
        }
        thread.setPriority(priority);
        thread.setContextClassLoader(contextLoader);
        Thread.interrupted();
    }
}
