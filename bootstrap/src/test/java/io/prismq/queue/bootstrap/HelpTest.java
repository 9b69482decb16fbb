package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/** The help of every command that there is. */
class HelpTest {
    private static final int COLUMNS = 80;

    static Stream<CommandSpec> commands() {
        return Example.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void endsWithAnExample(CommandSpec command) {
        assertThat(help(command)).last().asString().startsWith("Example: " + command.qualifiedName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void tellsHowToAskForIt(CommandSpec command) {
        assertThat(help(command)).anyMatch(line -> line.contains("--help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsAnOrdinaryTerminal(CommandSpec command) {
        assertThat(help(command)).allMatch(line -> line.length() <= COLUMNS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasAVersionBesideIt(CommandSpec command) {
        StringWriter printed = new StringWriter();
        command.commandLine().printVersionHelp(new PrintWriter(printed));

        assertThat(printed.toString()).startsWith("PrismQ ");
    }

    @Test
    void ofTheProgramTellsEveryExitCode() {
        assertThat(help(Main.commandLine().getCommandSpec()))
                .filteredOn(line -> line.matches(" +\\d .*"))
                .hasSize(7);
    }

    private static List<String> help(CommandSpec command) {
        return command.commandLine().getUsageMessage().lines().toList();
    }
}
