package io.prismq.queue.bootstrap;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells the version. */
@Command(
        name = "version",
        description = "Prints the version of PrismQ, of Java and of the operating system.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq version"})
final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        spec.commandLine()
                .getOut()
                .printf(
                        "PrismQ %s (Java %s, %s)%n",
                        Version.number(), Runtime.version(), System.getProperty("os.name"));
        return 0;
    }
}
