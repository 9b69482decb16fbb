package io.prismq.queue.bootstrap.keys;

import io.prismq.queue.bootstrap.terminal.Screen;
import io.prismq.queue.bootstrap.terminal.Table;
import io.prismq.queue.bootstrap.terminal.Table.Column;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Lists keys. */
@Command(
        name = "list",
        description = "Lists the keys, the oldest first, also those that were revoked or have expired. No secrets.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: prismq keys list --db q.db"})
final class ListCommand implements Callable<Integer> {
    @Mixin
    private final KeyDatabase database = new KeyDatabase();

    @Option(names = "--json", description = "Print a JSON array, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What is printed of a key, under the names that programs know. */
    private record Printed(
            String key_id,
            String name,
            String state,
            List<String> scopes,
            List<String> types,
            String created_at_utc,
            @Nullable String expires_at_utc,
            @Nullable String revoked_at_utc) {
        static Printed of(ApiKey key, Instant now) {
            return new Printed(
                    key.id().value(),
                    key.name(),
                    key.at(now).name().toLowerCase(Locale.ROOT),
                    sorted(key.grant().scopes(), Scope::word),
                    sorted(key.grant().types(), TaskType::value),
                    key.createdAt().toString(),
                    text(key.expiresAt()),
                    text(key.revokedAt()));
        }
    }

    @Override
    public Integer call() {
        Instant now = new SystemClock().now();
        List<Printed> keys = database.existing()
                .ask(known ->
                        known.list().stream().map(key -> Printed.of(key, now)).toList());
        if (json) {
            spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(keys));
            spec.commandLine().getOut().flush();
        } else {
            table(keys).print(spec.commandLine().getOut(), Screen.ofThisProcess());
        }
        return 0;
    }

    private static Table table(List<Printed> keys) {
        Table table = new Table(
                Column.of("KEY"),
                Column.of("STATE"),
                Column.of("SCOPES"),
                Column.of("TYPES"),
                Column.of("EXPIRES"),
                Column.of("NAME"));
        keys.forEach(key -> table.row(
                key.key_id(),
                key.state(),
                String.join(",", key.scopes()),
                key.types().isEmpty() ? "all" : String.join(",", key.types()),
                key.expires_at_utc() == null ? "never" : key.expires_at_utc(),
                key.name()));
        return table;
    }

    private static <T> List<String> sorted(Set<T> things, Function<T, String> word) {
        return things.stream().map(word).sorted().toList();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
