package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.client.server.ExitCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTableTest {
    @Test
    void namesEveryExitCode() {
        assertThat(Document.of("docs/cli.md").table("Exit code").stream().map(row -> row.get(0)))
                .containsAll(Stream.of(ExitCode.values())
                        .map(code -> Integer.toString(code.code()))
                        .toList());
    }
}
