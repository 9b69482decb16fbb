package io.prismq.queue.bootstrap.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for people: columns are aligned, a row is a line and is cut where the screen ends. Cells may hold any text.
 * Rows can be printed part by part; a column is never narrower than it was before.
 */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final int[] widths;
    private final List<List<String>> rows = new ArrayList<>();

    /** A column with its title. */
    public record Column(String title, boolean toTheRight) {
        public static Column of(String title) {
            return new Column(title, false);
        }

        public static Column ofNumbers(String title) {
            return new Column(title, true);
        }
    }

    /** A table that begins with its titles. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
        this.widths = new int[columns.length];
        add(this.columns.stream().map(Column::title).toList());
    }

    public Table row(String... cells) {
        add(List.of(cells));
        return this;
    }

    /** Prints the rows that were added since the last time. */
    public void print(PrintWriter out, Screen screen) {
        rows.forEach(row -> out.println(screen.fit(line(row))));
        rows.clear();
        out.flush();
    }

    private void add(List<String> cells) {
        List<String> row = cells.stream().map(Texts::printable).toList();
        for (int index = 0; index < widths.length; index++) {
            widths[index] = Math.max(widths[index], Texts.columns(row.get(index)));
        }
        rows.add(row);
    }

    private String line(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(index -> padded(row.get(index), index))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(String cell, int index) {
        String room = " ".repeat(widths[index] - Texts.columns(cell));
        return columns.get(index).toTheRight() ? room + cell : cell + room;
    }
}
