package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java snippet stands in a source that is compiled and run beside this test; only its indentation may differ. */
class JavaSnippetsTest {
    private static final Path SOURCES = Path.of("src/test/java")
            .resolve(JavaSnippetsTest.class.getPackageName().replace('.', '/'));

    static List<String> snippets() {
        return Document.all().stream()
                .flatMap(document -> document.blocks("java").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void standInASourceThatIsRun(String snippet) throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            assertThat(sources.map(JavaSnippetsTest::text).anyMatch(source -> source.contains(flush(snippet))))
                    .isTrue();
        }
    }

    private static String text(Path source) {
        try {
            return flush(Files.readString(source));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String flush(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
