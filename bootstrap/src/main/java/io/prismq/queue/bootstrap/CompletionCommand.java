package io.prismq.queue.bootstrap;

import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            "For all:  mkdir -p ~/.local/share/bash-completion/completions",
            "          prismq completion > ~/.local/share/bash-completion/completions/prismq",
            "In zsh, in ~/.zshrc:  source <(prismq completion)"
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: prismq completion"})
final class CompletionCommand implements Callable<Integer> {
    private static final String HEAD = """
            # Completes prismq in bash and zsh. For all sessions of bash:
            #   mkdir -p ~/.local/share/bash-completion/completions
            #   prismq completion > ~/.local/share/bash-completion/completions/prismq
            # For one session, and in ~/.zshrc:
            #   source <(prismq completion)
            """;

    /** What the generator ends with: its comment, and the command that registers its function. */
    private static final Pattern REGISTRATION = Pattern.compile("# Define a completion specification[\\s\\S]*");

    /** Bash takes the sign of --option=value for a word of its own, which the generated function does not know. */
    private static final String WHOLE_WORDS = Matcher.quoteReplacement("""
            function _prismq() {
              local parts=() current=$COMP_CWORD index=0 word
              for word in "${COMP_WORDS[@]}"; do
                if [ "$word" != "=" ]; then
                  parts+=("$word")
                elif [ "$index" -eq "$COMP_CWORD" ]; then
                  parts+=("")
                elif [ "$index" -lt "$COMP_CWORD" ]; then
                  current=$((current - 1))
                fi
                index=$((index + 1))
              done
              COMP_WORDS=("${parts[@]}")
              COMP_CWORD=$current
              _complete_prismq
            }

            complete -F _prismq -o default prismq
            """);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String generated = AutoComplete.bash("prismq", spec.root().commandLine());
        spec.commandLine()
                .getOut()
                .print(HEAD + REGISTRATION.matcher(withoutHead(generated)).replaceAll(WHOLE_WORDS));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** The generator's own words on how to install it do not fit what is printed on demand. */
    private static String withoutHead(String generated) {
        return generated.substring(generated.indexOf("\n\n"));
    }
}
