package io.prismq.queue.bootstrap.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells this process from others that share the queue. */
public final class ProcessName {
    private ProcessName() {}

    public static String get() {
        return host() + "-" + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
