package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The picture in the documents and the table are one: where they differ, the failure shows the picture to paste. */
class StateMachinePictureTest {
    private static final Path DOCUMENT = Path.of("../docs/state-machine.md");

    @Test
    void showsEveryRuleOfTheTable() throws IOException {
        String picture = Lifecycle.RULES.stream()
                .map(StateMachinePictureTest::arrow)
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));

        assertThat(Files.readString(DOCUMENT)).contains(picture);
    }

    private static String arrow(Lifecycle.Rule rule) {
        String event = rule.event().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "  %s --> %s: %s".formatted(name(rule.from()), name(rule.to()), event);
    }

    private static String name(@Nullable TaskStatus status) {
        return status == null ? "[*]" : status.word();
    }
}
