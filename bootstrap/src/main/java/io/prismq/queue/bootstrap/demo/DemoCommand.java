package io.prismq.queue.bootstrap.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the product at work. */
@Command(
        name = "demo",
        description = {
            "Shows the product at work.",
            "It starts a server on a new database, enqueues real tasks of every kind over HTTP, and shows how each"
                    + " ended. Exits with 0 only if each ended as it must."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq demo"})
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        // The failures are part of the show: their log lines would hide it.
        System.setProperty("PRISMQ_LOG_LEVEL", "OFF");
        Path directory = DemoDirectory.create();
        try {
            return new Demo(directory, spec.commandLine().getOut()).run() ? 0 : 1;
        } finally {
            DemoDirectory.delete(directory);
        }
    }
}
