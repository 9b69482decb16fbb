package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.process.Program;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WorkerOptionsIT {
    private static final Pattern OPTION = Pattern.compile("(?m)^ {6}(--[a-z-]+)");

    @Test
    void areToldAsTheHelpHasThem() {
        String help = Program.run(Map.of(), "worker", "--help").out();
        List<String> told = Document.of("docs/workers.md").table("Option").stream()
                .map(row -> row.get(0))
                .toList();

        assertThat(OPTION.matcher(help).results().map(option -> option.group(1)))
                .containsExactlyElementsOf(told);
    }
}
