package io.prismq.queue.bootstrap;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Teaches a shell the commands and their options. */
@Command(
        name = "completion",
        description = {
            "Prints what completes commands in bash and zsh.",
            "In bash, for this session:  source <(prismq completion)",
            "For all:  prismq completion > ~/.local/share/bash-completion/completions/prismq",
            "In zsh, in ~/.zshrc:  source <(prismq completion)"
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq completion"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("prismq", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
