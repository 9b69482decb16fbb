package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.http.problem.ProblemType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTableTest {
    @Test
    void namesEveryTypeOfProblemWithItsStatusAndPause() {
        List<List<String>> told = Document.of("docs/api.md").table("Type").stream()
                .map(row -> row.subList(0, 3))
                .toList();

        assertThat(told)
                .isEqualTo(Stream.of(ProblemType.values())
                        .map(ProblemTableTest::row)
                        .toList());
    }

    private static List<String> row(ProblemType type) {
        int pause = type.retryAfterSeconds();
        return List.of(
                type.uri().substring("urn:prismq:problem:".length()),
                Integer.toString(type.status()),
                pause == 0 ? "" : pause + " s");
    }
}
