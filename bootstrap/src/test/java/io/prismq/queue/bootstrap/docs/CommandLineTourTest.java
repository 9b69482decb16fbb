package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.RunningCommandLine;
import io.prismq.queue.bootstrap.ShellWords;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.docs.Tour.Step;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the document about the command line at the keyboard, as far as one person alone can. */
class CommandLineTourTest {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern AGE = Pattern.compile("\\b\\d+s\\b");
    private static final Pattern WORKER = Pattern.compile("(?m)^[\\w.-]+-\\d+(?= )");

    @TempDir
    private Path directory;

    @Test
    void showsWhatTheCommandsPrint() {
        try (PrismqServer server = serve()) {
            for (Step step : steps()) {
                List<String> arguments = new ArrayList<>(
                        ShellWords.of(step.command()).stream().skip(1).toList());
                arguments.addAll(List.of("--server", server.address().toString()));
                RunningCommandLine command = RunningCommandLine.start(arguments);
                command.ended();

                assertThat(comparable(command.out() + command.err()))
                        .as(step.command())
                        .isEqualTo(comparable(step.output()));
            }
        }
    }

    /** All but the watching, where somebody else has to do the work meanwhile. */
    private static List<Step> steps() {
        return Tour.of(Document.of("docs/cli.md")).stream()
                .filter(step -> !step.command().startsWith("prismq watch"))
                .toList();
    }

    /** The same for outputs that differ in nothing but times, the name of the worker, and the width of columns. */
    private static String comparable(String text) {
        String masked = TIME.matcher(text).replaceAll("TIME");
        masked = AGE.matcher(masked).replaceAll("AGE");
        return WORKER.matcher(masked)
                .replaceAll("WORKER")
                .replaceAll(" +", " ")
                .replace("\r\n", "\n")
                .strip();
    }

    private PrismqServer serve() {
        Map<String, String> options = Map.of(
                "server.port",
                "0",
                "queue.db_path",
                directory.resolve("queue.db").toString());
        return Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), options)), List.of());
    }
}
