package io.prismq.queue.bootstrap;

import io.prismq.queue.adapter.http.HttpServerException;
import io.prismq.queue.adapter.worker.DuplicateHandlerException;
import io.prismq.queue.bootstrap.client.server.ClientException;
import io.prismq.queue.bootstrap.config.ConfigurationException;
import io.prismq.queue.bootstrap.plugin.PluginException;
import io.prismq.queue.bootstrap.remote.RemoteWorkerException;
import io.prismq.queue.domain.port.TaskStoreException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** What went wrong, told to the person at the command line: a sentence where the cause is known, everything else whole. */
final class Failures {
    /** As a shell has it: 128 + 2, the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    private Failures() {}

    static int tell(Exception failure, PrintWriter err) {
        if (failure instanceof InterruptedException) {
            return INTERRUPTED;
        }
        if (failure instanceof ClientException refused) {
            err.println("prismq: " + refused.getMessage());
            err.flush();
            return refused.exitCode().code();
        }
        if (failure instanceof ConfigurationException
                || failure instanceof TaskStoreException
                || failure instanceof HttpServerException
                || failure instanceof PluginException
                || failure instanceof DuplicateHandlerException
                || failure instanceof RemoteWorkerException) {
            err.println("prismq: " + failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
