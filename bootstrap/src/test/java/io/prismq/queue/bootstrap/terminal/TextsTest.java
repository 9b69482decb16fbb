package io.prismq.queue.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void escapeWhatDoesSomethingToATerminal() {
        assertThat(Texts.printable("a\u001b[31mb\u0007\u009b\u007f\r\n\tc"))
                .isEqualTo("a\\u001b[31mb\\u0007\\u009b\\u007f\\r\\n\\tc");
    }

    @Test
    void escapeWhatTurnsTheDirectionOfWriting() {
        assertThat(Texts.printable("abc\u202ecba\u2066\u200f")).isEqualTo("abc\\u202ecba\\u2066\\u200f");
    }

    @Test
    void escapeLineSeparatorsAndHalvesOfCharacters() {
        assertThat(Texts.printable("a\u2028\ud83db")).isEqualTo("a\\u2028\\ud83db");
    }

    @Test
    void keepWhatCanBeSeen() {
        assertThat(Texts.printable("Grüße, 世界, 🙂")).isEqualTo("Grüße, 世界, 🙂");
    }

    @Test
    void mayKeepTheirLines() {
        assertThat(Texts.printableLines("a\n\tb\r\nc\u001b", "> ")).isEqualTo("a\n>     b\n> c\\u001b");
    }

    @Test
    void areTheSameJson() {
        assertThat(Texts.printableJson("{\"a\":\n \"\u009b\u202eé\"}")).isEqualTo("{\"a\":\n \"\\u009b\\u202eé\"}");
    }

    @Test
    void areCutAtTheColumnAndNotAtTheCharacter() {
        assertThat(Texts.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Texts.cut("abcdefg", 6)).isEqualTo("abc...");
        assertThat(Texts.cut("世界世界", 8)).isEqualTo("世界世界");
        assertThat(Texts.cut("世界世界", 7)).isEqualTo("世界...");
        assertThat(Texts.cut("a🙂🙂🙂", 6)).isEqualTo("a🙂...");
    }
}
