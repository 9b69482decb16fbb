package io.prismq.queue.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows for a person. */
public final class Table {
    private static final List<String> HEAD =
            List.of("", "what", "PrismQ", "other side", "reading", "spread", "budget", "");

    private Table() {}

    /** One line each, below a head; columns as wide as what stands in them. */
    public static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.id(),
                row.what(),
                row.ours(),
                Objects.requireNonNullElse(row.other(), ""),
                row.reading(),
                row.spread(),
                row.budget().text(),
                row.isMet() ? "met" : "NOT MET");
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(
                        n -> cells.get(n) + " ".repeat(widths[n] - cells.get(n).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
