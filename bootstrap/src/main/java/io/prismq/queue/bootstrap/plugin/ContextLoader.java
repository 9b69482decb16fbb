package io.prismq.queue.bootstrap.plugin;

/**
 * Makes a class loader the context class loader of the current thread until it is closed: libraries that look for classes
 * by name, such as service loaders and database drivers, look there.
 */
final class ContextLoader implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    ContextLoader(ClassLoader loader) {
        thread.setContextClassLoader(loader);
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
