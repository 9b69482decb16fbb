package io.prismq.queue.bootstrap.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown document of the project.
 *
 * @param path from the root of the project
 */
record Document(Path path, String text) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    private static final Pattern CELL_END = Pattern.compile("\\|");

    static Document of(String path) {
        return of(ROOT.resolve(path));
    }

    static List<Document> all() {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The fenced blocks in a language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The cells, row by row, of the table whose first column has this title; code is without its backticks. */
    List<List<String>> table(String firstTitle) {
        Pattern table = Pattern.compile("(?m)^\\| %s \\|.*\n\\|[-| ]+\n((?:\\|.*\n)+)".formatted(firstTitle));
        return table.matcher(text)
                .results()
                .map(found -> found.group(1))
                .flatMap(String::lines)
                .map(Document::cells)
                .toList();
    }

    /** Every match in the prose, that is outside of fenced blocks. */
    List<MatchResult> find(Pattern pattern) {
        return pattern.matcher(BLOCK.matcher(text).replaceAll("")).results().toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(path).toString();
    }

    private static Document of(Path path) {
        try {
            return new Document(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> cells(String row) {
        return CELL_END.splitAsStream(row.substring(1))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }
}
