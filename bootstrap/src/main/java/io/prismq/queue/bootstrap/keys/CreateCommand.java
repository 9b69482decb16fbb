package io.prismq.queue.bootstrap.keys;

import io.prismq.queue.application.access.ApiKeys.Created;
import io.prismq.queue.bootstrap.terminal.DurationConverter;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a key. */
@Command(
        name = "create",
        description = {
            "Makes a key and prints what its owner presents, once: of the secret no more than a digest is kept.",
            "A client sends it with each request: Authorization: Bearer prismq_...",
            "The database is made where there is none."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: prismq keys create --db q.db --name ci --scopes enqueue,read"})
@SuppressWarnings("NullAway.Init")
final class CreateCommand implements Callable<Integer> {
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(36_500);

    @Mixin
    private final KeyDatabase database = new KeyDatabase();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "For people; keys may share one.")
    private String name;

    @Option(
            names = "--scopes",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            converter = ScopeConverter.class,
            description = "What it permits: enqueue, read, work, manage, admin; the last permits everything.")
    private List<Scope> scopes;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "The types of task that it is limited to, also with admin; all of them without it.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--expires",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description =
                    "When it is worth nothing any more, as 12h or 90d from now, within a hundred years; never without it.")
    private @Nullable Duration lifetime;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write it to this file, that you alone can read, instead of printing it; no file is overwritten.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        if (out == null) {
            Created created = create();
            spec.commandLine().getOut().println(created.token().reveal());
            spec.commandLine().getOut().flush();
            tell("Key %s is made. Keep what is printed: nobody can show it again.", created);
        } else {
            createIn(out);
        }
        return 0;
    }

    private void createIn(Path path) throws IOException {
        KeyFile file = file(path);
        Created created;
        try {
            created = create();
        } catch (RuntimeException failed) {
            file.delete();
            throw failed;
        }
        file.write(created.token().reveal());
        tell("Key %s is made. Keep the file: nobody can show the key again.", created);
    }

    private KeyFile file(Path path) {
        try {
            return KeyFile.make(path);
        } catch (FileAlreadyExistsException taken) {
            throw wrong("--out %s is there already, and is not overwritten".formatted(path));
        } catch (IOException impossible) {
            throw wrong("--out %s cannot be made: is its folder there, and may you write to it?".formatted(path));
        }
    }

    private Created create() {
        Grant grant = new Grant(Set.copyOf(scopes), taskTypes());
        return database.change(keys -> keys.create(name, grant, Optional.ofNullable(lifetime), KeyDatabase.by()));
    }

    private void tell(String sentence, Created created) {
        spec.commandLine().getErr().printf(sentence + "%n", created.key().id());
        spec.commandLine().getErr().flush();
    }

    private void check() {
        if (name.isBlank()
                || name.length() > ApiKey.MAX_NAME_LENGTH
                || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong("--name must be 1 to %d characters, no control characters".formatted(ApiKey.MAX_NAME_LENGTH));
        }
        if (lifetime != null && lifetime.isZero()) {
            throw wrong("--expires must be longer than nothing");
        }
        if (lifetime != null && lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw wrong("--expires must be at most %dd, a hundred years".formatted(LONGEST_LIFETIME.toDays()));
        }
        types.stream()
                .map(String::strip)
                .filter(type -> !type.matches(TaskType.PATTERN))
                .findFirst()
                .ifPresent(type -> {
                    throw wrong("--types: '%s' is not 1 to 100 characters of A-Z a-z 0-9 . _ : -".formatted(type));
                });
    }

    private Set<TaskType> taskTypes() {
        return types.stream().map(String::strip).map(TaskType::new).collect(Collectors.toSet());
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
