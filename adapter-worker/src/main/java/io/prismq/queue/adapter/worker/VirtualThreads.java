package io.prismq.queue.adapter.worker;

import java.util.concurrent.ThreadFactory;

/** Virtual threads by reflection: the classes are built for Java 17, which has none. */
final class VirtualThreads {
    private VirtualThreads() {}

    static ThreadFactory factory(String prefix) {
        try {
            Class<?> builders = Class.forName("java.lang.Thread$Builder");
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            builders.getMethod("name", String.class, long.class).invoke(builder, prefix, 1L);
            return (ThreadFactory) builders.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    "virtual threads need Java 21 or newer, and this is Java %s: set worker.threads to platform"
                            .formatted(Runtime.version().feature()),
                    missing);
        }
    }
}
