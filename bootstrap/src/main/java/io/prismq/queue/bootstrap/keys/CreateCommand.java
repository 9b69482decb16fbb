package io.prismq.queue.bootstrap.keys;

import io.prismq.queue.application.access.ApiKeys.Created;
import io.prismq.queue.bootstrap.terminal.DurationConverter;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.io.PrintWriter;
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
            "A client sends it with each request: Authorization: Bearer prismq_..."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: prismq keys create --db q.db --name ci --scopes enqueue,read"})
@SuppressWarnings("NullAway.Init")
final class CreateCommand implements Callable<Integer> {
    @Mixin
    private final KeyDatabase database = new KeyDatabase();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "For people; keys may share one.")
    private String name;

    @Option(
            names = "--scopes",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            description = "What it permits: enqueue, read, work, manage, admin; the last permits everything.")
    private List<Scope> scopes;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "TYPE",
            description = "The types of task that it is limited to; all of them without it.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--expires",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description = "When it is worth nothing any more, as 12h or 90d from now; never without it.")
    private @Nullable Duration lifetime;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        Grant grant = new Grant(Set.copyOf(scopes), taskTypes());
        Created created =
                database.change(keys -> keys.create(name, grant, Optional.ofNullable(lifetime), KeyDatabase.by()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(created.token().reveal());
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "Key %s is made. Keep what is printed: nobody can show it again.%n",
                created.key().id());
        err.flush();
        return 0;
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
        types.stream()
                .filter(type -> !type.matches(TaskType.PATTERN))
                .findFirst()
                .ifPresent(type -> {
                    throw wrong("--types: '%s' is not 1 to 100 characters of A-Z a-z 0-9 . _ : -".formatted(type));
                });
    }

    private Set<TaskType> taskTypes() {
        return types.stream().map(TaskType::new).collect(Collectors.toSet());
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
