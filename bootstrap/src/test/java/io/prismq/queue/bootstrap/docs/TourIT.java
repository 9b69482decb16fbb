package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.docs.Tour.Step;
import io.prismq.queue.bootstrap.process.ServerProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows the documents at the keyboard: runs each curl command that they show, and compares what it prints. */
@Timeout(120)
class TourIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/api.md", "docs/maintenance.md"})
    void showsWhatTheServerAnswers(String document) throws Exception {
        try (ServerProcess server = ServerProcess.start(directory.resolve("q.db"))) {
            Terminal terminal = new Terminal(directory, server.address());
            for (Step step : Tour.of(Document.of(document))) {
                if (step.command().startsWith("curl ")) {
                    Printed shown = new Printed(step.output());
                    Printed printed = terminal.run(step.command());
                    assertThat(printed.comparable()).as(step.command()).isEqualTo(shown.comparable());
                    terminal.remember(shown, printed);
                }
            }
        }
    }
}
