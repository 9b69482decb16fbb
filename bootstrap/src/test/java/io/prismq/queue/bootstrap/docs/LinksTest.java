package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)#?([^)]*)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static List<Document> documents() {
        return Document.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leadSomewhere(Document document) {
        assertThat(document.find(LINK).stream().filter(link -> !exists(document, link)))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static boolean exists(Document from, MatchResult link) {
        Path target = link.group(1).isEmpty() ? from.path() : from.path().resolveSibling(link.group(1));
        if (!Files.exists(target)) {
            return false;
        }
        String anchor = link.group(2);
        return anchor.isEmpty() || anchors(target).contains(anchor);
    }

    /** As GitHub makes them: lower case, hyphens for spaces, nothing but letters, digits, hyphens and underscores. */
    private static List<String> anchors(Path target) {
        return Document.of(Document.ROOT.relativize(target.normalize()).toString()).find(HEADING).stream()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
