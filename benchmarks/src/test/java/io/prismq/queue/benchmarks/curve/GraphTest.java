package io.prismq.queue.benchmarks.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphTest {
    @TempDir
    private Path directory;

    @Test
    void isWrittenAsValuesAndAsAPicture() throws IOException {
        Graph graph = new Graph(
                "size", "Enqueue", "bytes", "ms", Map.of("p50", List.of(new Point(100, 0.5), new Point(1000, 0.7))));

        graph.write(directory);

        assertThat(directory.resolve("size.csv")).content().isEqualToNormalizingNewlines("""
                curve,bytes,ms
                p50,100.0,0.5
                p50,1000.0,0.7
                """);
        assertThat(ImageIO.read(directory.resolve("size.png").toFile()).getWidth())
                .isEqualTo(900);
    }
}
