package io.prismq.queue.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BottomLineTest {
    private static final String ANEW = "\r\u001b[K";

    private final StringWriter drawn = new StringWriter();
    private final BottomLine bottom = new BottomLine(new PrintWriter(drawn), new Screen(true, 40));

    @Test
    void isDrawnAnew() {
        bottom.accept("10 %");
        bottom.accept("20 %");

        assertThat(drawn).hasToString(ANEW + "10 %" + ANEW + "20 %");
    }

    @Test
    void staysBelowTheLinesThatArePrinted() {
        bottom.accept("10 %");
        bottom.above("attempt 1 failed");

        assertThat(drawn).hasToString(ANEW + "10 %" + ANEW + "attempt 1 failed" + System.lineSeparator() + "10 %");
    }

    @Test
    void neverReachesTheLastColumn() {
        bottom.accept("x".repeat(50));

        assertThat(drawn).hasToString(ANEW + "x".repeat(36) + "...");
    }

    @Test
    void leavesNothingBehind() {
        bottom.accept("10 %");
        bottom.close();

        assertThat(drawn.toString()).endsWith(ANEW);
    }
}
