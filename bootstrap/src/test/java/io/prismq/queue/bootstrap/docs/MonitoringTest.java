package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What docs/monitoring.md, its alerts and its dashboard name, against a scrape of a server that has done some work. */
@SuppressWarnings("NullAway.Init")
class MonitoringTest {
    private static final Pattern NAME = Pattern.compile("\\b(prismq|jvm|process|system)_\\w+");

    private static ScrapedNames scraped;

    @BeforeAll
    static void scrape(@TempDir Path directory) {
        Configuration configuration = ConfigurationLoader.load(new ConfigurationSources(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "server.port",
                        "0",
                        "queue.db_path",
                        directory.resolve("q.db").toString())));
        try (PrismqServer server = Launcher.serve(configuration, List.of(new EchoHandler()))) {
            ApiClient client = new ApiClient(server.address().toString());
            long task = client.enqueue("{\"type\": \"echo\", \"payload\": {\"a\": 1}}");
            assertThat(client.get("/api/queue/tasks/" + task + "?wait_seconds=30")
                            .body()
                            .path("status")
                            .asString())
                    .isEqualTo("completed");
            scraped = ScrapedNames.of(client.text("/metrics"));
        }
    }

    @Test
    void everyMetricOfOursIsInTheTableWithItsLabels() {
        Map<String, Set<String>> told = new TreeMap<>();
        Document.of("docs/monitoring.md").table("Metric").forEach(row -> told.put(row.get(0), labels(row.get(1))));

        assertThat(told).isEqualTo(scraped.own());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "grafana.json"})
    void everyNameInAnExpressionIsThatOfASample(String file) {
        Set<String> named = expressions(file).stream()
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(8);
        assertThat(scraped.samples()).containsAll(named);
    }

    private static List<String> expressions(String file) {
        String text = Document.of("docs/monitoring/" + file).text();
        JsonNode tree = file.endsWith(".json") ? new JsonMapper().readTree(text) : new YAMLMapper().readTree(text);
        return Stream.concat(tree.findValuesAsString("expr").stream(), tree.findValuesAsString("query").stream())
                .toList();
    }

    private static Set<String> labels(String cell) {
        return Arrays.stream(cell.split(", ", -1))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toSet());
    }
}
