package io.prismq.queue.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongUsageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serve --prot 1    | Unknown option | prismq serve --help
            worker            | Missing required | prismq worker --help
            get               | Missing required parameter | prismq get --help
            get x             | 'x' is not a whole number | prismq get --help
            enqueue a --delay x | 'x' is not a time such as | prismq enqueue --help
            enqueue a --priority x | 'x' is not a whole number | prismq enqueue --help
            worker --types a/b -- ls | --types: a task type is 1 to 100 characters | prismq worker --help
            worker --types a --strategy best -- ls | --strategy must be one of priority, fifo | prismq worker --help
            worker --types a --lease-seconds 0 -- ls | --lease-seconds must be between 1 and 86400 | prismq worker --help
            lst               | Did you mean: prismq list | prismq --help
            """)
    void isToldInALineOrTwoWithTheWayToTheHelp(String line, String words, String help) {
        RunningCommandLine command =
                RunningCommandLine.start(List.of(line.strip().split(" ")));

        assertThat(command.ended()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).startsWith("prismq: ").contains(words).endsWith("Try '%s'.%n".formatted(help));
        assertThat(command.err().lines().count()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = "serve")
    void withoutACommandIsAnsweredWithTheListOfThem(String one) {
        RunningCommandLine command = RunningCommandLine.start(List.of());

        assertThat(command.ended()).isEqualTo(2);
        assertThat(command.err()).contains("Commands:").contains(one);
    }
}
