package io.prismq.queue.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                " false ",
                "0",
                "-0",
                "10",
                "-1.50",
                "1e9",
                "1E+09",
                "0.1e-2",
                "\"\"",
                "\"\u00e9 \u2028 \uD83D\uDE00\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00eF\"",
                "[]",
                "[ ]",
                "{}",
                "{ }",
                "\t[1 ,\r\n\"a\",[ null ] ]",
                "{\"a\" : {\"b\":[{}]} , \"a\":1}"
            })
    void takesEveryValue(String text) {
        assertThat(JsonScanner.flaw(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "` ` ~ 1",
                "nul ~ 3",
                "nulls ~ 4",
                "True ~ 0",
                "NaN ~ 0",
                "1 2 ~ 2",
                "01 ~ 1",
                "+1 ~ 0",
                ".5 ~ 0",
                "- ~ 1",
                "1. ~ 2",
                "1.e1 ~ 2",
                "1e ~ 2",
                "1e+ ~ 3",
                "0x1 ~ 1",
                "\u0661 ~ 0",
                "'a' ~ 0",
                "\"a ~ 2",
                "\"\\x\" ~ 2",
                "\"\\u12 ~ 5",
                "\"\\u12g4\" ~ 5",
                "\"\\ ~ 2",
                "[ ~ 1",
                "[1 ~ 2",
                "[1,] ~ 3",
                "[,1] ~ 1",
                "[1 2] ~ 3",
                "[1} ~ 2",
                "{ ~ 1",
                "{a:1} ~ 1",
                "{\"a\"} ~ 4",
                "{\"a\":} ~ 5",
                "{\"a\":1,} ~ 7",
                "{\"a\":1 \"b\":2} ~ 7",
                "{1:2} ~ 1",
                "\uFEFFnull ~ 0",
                "/**/1 ~ 0"
            })
    void tellsWhereAnyOtherTextIsWrong(String text, int before) {
        assertThat(JsonScanner.flaw(text)).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\n\"", "\"\t\"", "\"\0\"", "\"\u001f\""})
    void takesNoBareControlCharacter(String text) {
        assertThat(JsonScanner.flaw(text)).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u00a0"})
    void takesNothingElseForSpace(String text) {
        assertThat(JsonScanner.flaw(text + "1")).hasValue(0);
        assertThat(JsonScanner.flaw("1" + text)).hasValue(1);
    }

    @Test
    void goesFiveHundredLevelsDeepAndNoDeeper() {
        int depth = JsonScanner.MAX_DEPTH;

        assertThat(JsonScanner.flaw("[".repeat(depth) + "]".repeat(depth))).isEmpty();
        assertThat(JsonScanner.flaw("[".repeat(depth + 1) + "]".repeat(depth + 1)))
                .hasValue(depth);
        assertThat(JsonScanner.flaw("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)))
                .isEmpty();
        assertThat(JsonScanner.flaw("{\"a\":".repeat(depth + 1))).hasValue(5 * depth);
    }
}
