package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.terminal.Screen;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Help as wide as the terminal, but neither too narrow nor so wide that nobody likes to read its lines. */
final class FittingHelp implements IHelpFactory {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 100;

    @Override
    public Help create(CommandSpec command, ColorScheme colors) {
        int columns = Screen.ofThisProcess().columns();
        command.usageMessage().abbreviateSynopsis(true).width(Math.max(NARROWEST, Math.min(columns, WIDEST)));
        return new Help(command, colors);
    }
}
