package io.prismq.queue.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.terminal.Table.Column;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
    private final StringWriter printed = new StringWriter();
    private final Table table = new Table(Column.ofNumbers("ID"), Column.of("TYPE"), Column.of("NOTE"));

    @Test
    void alignsItsColumns() {
        table.row("7", "email", "").row("123", "世界", "no room");

        assertPrints(Screen.NONE, " ID  TYPE   NOTE", "  7  email", "123  世界   no room");
    }

    @Test
    void keepsARowOnItsLine() {
        table.row("1", "a\nb", "c\u001b[2J");

        assertPrints(Screen.NONE, "ID  TYPE  NOTE", " 1  a\\nb  c\\u001b[2J");
    }

    @Test
    void isCutWhereTheScreenEnds() {
        table.row("1", "email", "no room for the second pass");

        assertPrints(new Screen(true, 20), "ID  TYPE   NOTE", " 1  email  no roo...");
    }

    @Test
    void isWholeWhereThereIsNoScreen() {
        table.row("1", "email", "x".repeat(500));

        table.print(new PrintWriter(printed), Screen.NONE);
        assertThat(printed.toString()).contains("x".repeat(500));
    }

    @Test
    void goesOnInTheSameColumns() {
        table.row("1000", "email", "");
        table.print(new PrintWriter(printed), Screen.NONE);
        table.row("1", "a", "");

        assertPrints(Screen.NONE, "  ID  TYPE   NOTE", "1000  email", "   1  a");
    }

    private void assertPrints(Screen screen, String... lines) {
        table.print(new PrintWriter(printed), screen);
        assertThat(printed.toString().lines()).containsExactly(lines);
    }
}
