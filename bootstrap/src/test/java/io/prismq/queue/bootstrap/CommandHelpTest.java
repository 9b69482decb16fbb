package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandHelpTest {
    static Collection<CommandLine> commands() {
        return Main.commandLine().getSubcommands().values();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsAnExample(CommandLine command) {
        assertThat(command.getUsageMessage())
                .contains("--help")
                .contains("Example: prismq " + command.getCommandName());
    }
}
