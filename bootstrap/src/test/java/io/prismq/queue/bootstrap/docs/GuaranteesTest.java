package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuaranteesTest {
    private static final Pattern GUARANTEE = Pattern.compile("(?ms)^\\d+\\. .*?(?=\n\\d+\\. |\n#|\\z)");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    static List<String> guarantees() {
        return Document.of("docs/guarantees.md").find(GUARANTEE).stream()
                .map(found -> found.group())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("guarantees")
    void areEachHeldByTestsThatExist(String guarantee) {
        assertThat(NAMED.matcher(guarantee).results()).isNotEmpty();
        assertThat(NAMED.matcher(guarantee).results().filter(test -> !exists(test.group(1), test.group(2))))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static boolean exists(String className, String method) {
        return sources(className).stream().anyMatch(aTest(method).asPredicate());
    }

    /** The annotation and the method, with no empty line between them. */
    private static Pattern aTest(String method) {
        return Pattern.compile("(?s)@(Test|ParameterizedTest|RepeatedTest)\\b((?!\n\n).)*\\bvoid " + method + "\\(");
    }

    /** More than one module may have a test of that name. */
    private static List<String> sources(String className) {
        try (Stream<Path> modules = Files.list(Document.ROOT)) {
            List<String> sources = new ArrayList<>();
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                for (Path source : find(tests, className + ".java")) {
                    sources.add(Files.readString(source));
                }
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> find(Path directory, String fileName) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith(fileName)).toList();
        }
    }
}
