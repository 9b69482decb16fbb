package io.prismq.queue.bootstrap;

import io.prismq.queue.adapter.sqlite.backup.SqliteBackup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backs a database up, with or without servers and workers that use it. */
@Command(
        name = "backup",
        description =
                "Copies a database as it is at one moment, while servers and workers go on, and verifies the copy. Its"
                        + " checksum is written beside it, for sha256sum and for prismq restore.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq backup --db q.db --to q-backup.db"})
@SuppressWarnings("NullAway.Init")
final class BackupCommand implements Callable<Integer> {
    @Option(names = "--db", required = true, paramLabel = "PATH", description = "The database file.")
    private Path database;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The backup: a file that does not exist yet.")
    private Path target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SqliteBackup backup = SqliteBackup.take(database, target);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("backup  %s%n", backup.file());
        out.printf("bytes   %d%n", backup.bytes());
        out.printf("tasks   %d%n", backup.tasks());
        out.printf("sha256  %s%n", backup.sha256());
        out.flush();
        return 0;
    }
}
