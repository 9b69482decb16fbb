package io.prismq.queue.bootstrap.keys;

import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.KeyId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key worth nothing. */
@Command(
        name = "revoke",
        description = "Makes a key worth nothing, for good; a server knows it within a second.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the key is worth nothing", "1:there is no such key", "2:the command line is wrong"},
        footer = {"", "Example: prismq keys revoke --db q.db 0123456789ab"})
@SuppressWarnings("NullAway.Init")
final class RevokeCommand implements Callable<Integer> {
    private static final int UNKNOWN = 1;

    @Mixin
    private final KeyDatabase database = new KeyDatabase();

    @Parameters(paramLabel = "KEY", description = "The id of the key, as the list has it; it is no secret.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!id.matches(KeyId.PATTERN)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "KEY must be the id of a key, 12 hexadecimal digits: of prismq_0123456789ab_... the part in the middle");
        }
        Optional<ApiKey> revoked = database.existing().change(keys -> keys.revoke(new KeyId(id), KeyDatabase.by()));
        if (revoked.isEmpty()) {
            spec.commandLine().getErr().printf("prismq: there is no key %s%n", id);
            spec.commandLine().getErr().flush();
            return UNKNOWN;
        }
        spec.commandLine()
                .getOut()
                .printf("Key %s is revoked since %s.%n", id, revoked.get().revokedAt());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
