package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.server.PrismqProcess;
import java.io.PrintWriter;

/** Lets a command last as long as what it started: until SIGTERM, Ctrl-C or an interrupt of its thread. */
final class UntilStopped {
    private UntilStopped() {}

    /**
     * The exit code, once the process has stopped.
     *
     * @param ready printed as soon as a signal stops the process in order
     */
    static int await(PrismqProcess process, String ready, PrintWriter out) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop"));
        out.println(ready);
        out.flush();
        try {
            process.await();
        } catch (InterruptedException asked) {
            process.stop();
            throw asked;
        }
        return 0;
    }
}
