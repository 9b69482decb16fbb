package io.prismq.queue.bootstrap.keys;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.application.access.ApiKeys;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.port.TaskStoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The database whose keys a command looks after. */
@SuppressWarnings("NullAway.Init")
final class KeyDatabase {
    @Option(names = "--db", required = true, paramLabel = "PATH", description = "The database file.")
    private Path path;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The same; where there is no such file, that is the end of the command. */
    KeyDatabase existing() {
        if (!Files.exists(path)) {
            throw new ParameterException(command.commandLine(), "there is no file " + path);
        }
        return this;
    }

    /** Does it, and waits until it is on disk. */
    <R> R change(Function<ApiKeys, CompletionStage<R>> change) {
        return ask(keys -> {
            try {
                return change.apply(keys).toCompletableFuture().join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof TaskStoreException why ? why : failed;
            }
        });
    }

    /** Whoever runs this program, as far as the system says it. */
    static By by() {
        String name = "command line (%s)".formatted(System.getProperty("user.name", "unknown"));
        return new By(name.substring(0, Math.min(name.length(), By.MAX_LENGTH)), null);
    }

    <R> R ask(Function<ApiKeys, R> question) {
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), new SystemClock())) {
            return question.apply(new ApiKeys(store, new SecureRandom()));
        }
    }
}
