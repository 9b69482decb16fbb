package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.server.PrismqProcess;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs tasks beside a server, or alone, until it is told to stop. */
@Command(
        name = "work",
        description = {
            "Runs the tasks that it has handlers for, without HTTP.",
            "The database file is one of this machine; other processes may serve it at the same time. SIGTERM and Ctrl-C"
                    + " drain: running tasks get a grace, what does not end is given back."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq work --db q.db --plugins handlers"})
final class WorkCommand implements Callable<Integer> {
    @Mixin
    private final QueueOptions queue = new QueueOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = queue.configuration(Map.of("worker.enabled", "true"));
        PrismqProcess worker = Launcher.work(configuration);
        ReadyLog.tell(configuration, queue.file(), Optional.empty());
        return UntilStopped.await(
                worker, "PrismQ is ready to run tasks", spec.commandLine().getOut());
    }
}
