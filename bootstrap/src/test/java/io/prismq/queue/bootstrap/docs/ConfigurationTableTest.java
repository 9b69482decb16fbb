package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.config.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ConfigurationTableTest {
    @Test
    void namesEveryKeyWithItsDefaultAndItsVariable() throws IOException {
        List<List<String>> told = Document.of("README.md").table("Key").stream()
                .map(row -> row.subList(0, 3))
                .toList();

        assertThat(told).isEqualTo(rows());
    }

    private static List<List<String>> rows() throws IOException {
        try (InputStream yaml = Objects.requireNonNull(Configuration.class.getResourceAsStream("defaults.yaml"))) {
            return new YAMLMapper()
                    .readTree(yaml).properties().stream()
                            .flatMap(ConfigurationTableTest::rows)
                            .toList();
        }
    }

    private static Stream<List<String>> rows(Map.Entry<String, JsonNode> section) {
        return section.getValue().properties().stream().map(key -> {
            String path = section.getKey() + "." + key.getKey();
            String variable = "PRISMQ_" + path.replace('.', '_').toUpperCase(Locale.ROOT);
            JsonNode value = key.getValue();
            return List.of(path, value.isValueNode() ? value.asString("null") : value.toString(), variable);
        });
    }
}
