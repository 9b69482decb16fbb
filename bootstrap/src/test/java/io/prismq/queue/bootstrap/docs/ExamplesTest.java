package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant to be read in one go. */
class ExamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"worker.py", "worker.mjs", "worker.sh", "events.py", "events.mjs"})
    void areShort(String file) throws IOException {
        assertThat(Files.readAllLines(Document.ROOT.resolve("docs/examples").resolve(file)))
                .hasSizeLessThan(120)
                .allMatch(line -> line.length() <= 120);
    }
}
