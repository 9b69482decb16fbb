package io.prismq.queue.bootstrap.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of the lines that a command prints. */
class RunOutputTest {
    @Nested
    class TheResult {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "``                        | null",
                    "working                   | null",
                    "{\"a\": 1}\\n             | {\"a\": 1}",
                    "1\\n[2]\\ndone            | [2]",
                    "1\\n{\"a\": 1} and more   | 1",
                    "1\\n{\"a\":               | 1",
                    "1.10\\r\\n\\n             | 1.10",
                    "\"täglich\"               | \"täglich\"",
                })
        void isTheLastLineThatIsJson(String printed, String result) throws IOException {
            assertThat(resultOf(printed.replace("\\n", "\n").replace("\\r", "\r")))
                    .isEqualTo(Settlement.complete(result));
        }

        @Test
        void mayBeAsLargeAsTheApiTakes() throws IOException {
            String largest = "\"" + "x".repeat(ResultLine.MOST_BYTES - 2) + "\"";

            assertThat(resultOf(largest)).isEqualTo(Settlement.complete(largest));
        }

        @Test
        void isRefusedBeyond() throws IOException {
            assertThat(resultOf("1\n\"" + "x".repeat(ResultLine.MOST_BYTES) + "\"\ndone"))
                    .isEqualTo(Settlement.reject(
                            "The last line of the standard output is longer than a result may be, 1048576 bytes."));
        }

        @Test
        void followsALineThatIsTooLong() throws IOException {
            assertThat(resultOf("x".repeat(2 * ResultLine.MOST_BYTES) + "\n1")).isEqualTo(Settlement.complete("1"));
        }

        private static Settlement resultOf(String printed) throws IOException {
            ResultLine result = new ResultLine();
            result.read(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
            return result.settlement();
        }
    }

    @Nested
    class TheReport {
        private final Report report = new Report();

        @Test
        void isOfTheLatestProgressAndAllOtherLines() throws IOException {
            read("one\nprogress: 5\nprogress: 100 sent\nprogress: 101\nprogress: soon\n\n");

            Report.Batch batch = report.take();
            assertThat(batch.progress()).isEqualTo(new Report.Progress(100, "sent"));
            assertThat(batch.lines())
                    .extracting(Report.Line::message)
                    .containsExactly("one", "progress: 101", "progress: soon");
            assertThat(report.isEmpty()).isTrue();
        }

        @Test
        void cutsLongLines() throws IOException {
            read("x".repeat(10_000) + "\n" + "next");

            assertThat(report.take().lines())
                    .extracting(line -> line.message().length())
                    .containsExactly(8192, 4);
        }

        @Test
        void countsTheLinesThatItLeavesOut() throws IOException {
            read("x\n".repeat(Report.MOST_LINES + 3));

            assertThat(report.take().lines())
                    .hasSize(Report.MOST_LINES + 1)
                    .endsWith(new Report.Line("warn", "3 further lines were left out: too many at a time"));
        }

        @Test
        void isBoundedInCharacters() throws IOException {
            read(("x".repeat(8000) + "\n").repeat(100));

            assertThat(report.take().lines()).hasSize(Report.MOST_CHARACTERS / 8000 + 1);
        }

        @Test
        void keepsItsOrderWhenItIsPutBack() throws IOException {
            read("one\nprogress: 1\n");
            Report.Batch undelivered = report.take();
            read("two\n");
            report.putBack(undelivered);

            Report.Batch batch = report.take();
            assertThat(batch.lines()).extracting(Report.Line::message).containsExactly("one", "two");
            assertThat(batch.progress()).isEqualTo(undelivered.progress());
        }

        private void read(String printed) throws IOException {
            new ErrorLines(report).read(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
