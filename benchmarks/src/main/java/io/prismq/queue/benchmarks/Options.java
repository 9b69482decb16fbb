package io.prismq.queue.benchmarks;

import io.prismq.queue.benchmarks.budget.Measurement;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command was asked for.
 *
 * @param only the ids of what is measured; empty means all
 * @param curves where to draw how cost grows, instead of the budgets
 */
record Options(
        boolean quick,
        boolean guard,
        boolean jmh,
        boolean help,
        Set<String> only,
        Optional<Path> json,
        Optional<Path> curves) {
    private static final String USAGE = """
            Usage: bin/bench [--quick] [--guard] [--only ID,...] [--json FILE]
                   bin/bench --curves DIR
                   bin/bench --jmh
            Measures the packaged program against its budgets and prints a table.
              --quick       P1 to P4 where nothing else is named; less of everything, smaller backlogs
              --guard       end with 1 where a ratio is further than noise from its budget
              --only ID     this one alone; several with commas, or the option repeated: %s
              --json FILE   write what was found for programs too
              --curves DIR  how cost grows, as CSV and PNG
              --jmh         the hot paths alone, with JMH
            """;

    /** An option that is not known, or lacks its value. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    /** @param ids what there is to ask for */
    static Options parse(Collection<String> ids, String... arguments) throws UsageException {
        List<String> flags = new ArrayList<>();
        List<String> only = new ArrayList<>();
        Optional<Path> json = Optional.empty();
        Optional<Path> curves = Optional.empty();
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--quick", "--guard", "--jmh", "--help" -> flags.add(option);
                case "--only" -> only.addAll(List.of(value(option, rest).split(",", -1)));
                case "--json" -> json = Optional.of(Path.of(value(option, rest)));
                case "--curves" -> curves = Optional.of(Path.of(value(option, rest)));
                default -> throw new UsageException("there is no option " + option);
            }
        }
        requireKnown(ids, only);
        return new Options(
                flags.contains("--quick"),
                flags.contains("--guard"),
                flags.contains("--jmh"),
                flags.contains("--help"),
                Set.copyOf(only),
                json,
                curves);
    }

    /** What was named, or else all; in haste only what tells much in little time. */
    boolean wants(Measurement measurement) {
        return only.isEmpty() ? !quick || measurement.isShort() : only.contains(measurement.id());
    }

    static String usage(Collection<String> ids) {
        return USAGE.formatted(String.join(", ", ids));
    }

    private static String value(String option, Deque<String> rest) throws UsageException {
        if (rest.isEmpty()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.pop();
    }

    private static void requireKnown(Collection<String> ids, List<String> only) throws UsageException {
        for (String id : only) {
            if (!ids.contains(id)) {
                throw new UsageException("nothing is called %s; there are %s".formatted(id, String.join(", ", ids)));
            }
        }
    }
}
