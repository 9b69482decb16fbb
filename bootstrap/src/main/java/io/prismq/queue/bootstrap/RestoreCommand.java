package io.prismq.queue.bootstrap;

import io.prismq.queue.adapter.sqlite.backup.Restored;
import io.prismq.queue.adapter.sqlite.backup.SqliteRestore;
import io.prismq.queue.domain.port.SystemClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of a database that nobody uses. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of a database, once its checksum, its structure and its counters are verified. Stop"
                    + " every server and worker of the database before. The database that was there is kept beside it.",
            "Tasks that were running are queued again, and whoever ran them can no longer settle them."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq restore --from q-backup.db --db restored.db"})
@SuppressWarnings("NullAway.Init")
final class RestoreCommand implements Callable<Integer> {
    private static final String SHA_256 = "[0-9a-fA-F]{64}";

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path backup;

    @Option(
            names = "--db",
            required = true,
            paramLabel = "PATH",
            description = "The database file, which need not exist.")
    private Path database;

    @Option(
            names = "--sha256",
            paramLabel = "HEX",
            description = "The checksum that the backup must have (default: what FILE.sha256 tells).")
    private @Nullable String sha256;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Restored restored = new SqliteRestore(database, new SystemClock()).restore(backup, checksum());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("database  %s%n", database.toAbsolutePath());
        out.printf("tasks     %d%n", restored.tasks());
        out.printf("requeued  %d that were running%n", restored.endedLeases());
        restored.replaced().ifPresent(kept -> out.printf("replaced  %s%n", kept));
        out.flush();
        return 0;
    }

    private Optional<String> checksum() {
        if (sha256 != null && !sha256.matches(SHA_256)) {
            throw new ParameterException(spec.commandLine(), "--sha256 must be 64 hexadecimal digits.");
        }
        return Optional.ofNullable(sha256).map(digits -> digits.toLowerCase(Locale.ROOT));
    }
}
