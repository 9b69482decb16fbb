package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.bootstrap.process.ApiClient;
import io.prismq.queue.bootstrap.process.ApiClient.Answer;
import io.prismq.queue.bootstrap.server.PrismqServer;
import io.prismq.queue.bootstrap.wiring.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document knows the results of handlers that its own module does not see. */
class MaintenanceResultsTest {
    @Test
    void haveTheFieldsThatTheDocumentRequires(@TempDir Path directory) {
        Map<String, String> options = Map.of(
                "server.port",
                "0",
                "queue.db_path",
                directory.resolve("queue.db").toString(),
                "maintenance.use_task_queue",
                "false");
        try (PrismqServer server = Launcher.serve(
                ConfigurationLoader.load(new ConfigurationSources(Optional.empty(), Map.of(), options)), List.of())) {
            ApiClient client = new ApiClient(server.address().toString());
            JsonNode document = client.get("/openapi.json").body();

            for (String operation :
                    new String[] {"cleanup-runs", "health-check", "cleanup-temp-files", "log-statistics"}) {
                String path = "/api/system/maintenance/" + operation;
                Answer answer = client.post(path, "");
                assertThat(answer.status()).isEqualTo(200);
                assertFields(
                        answer.body(),
                        document,
                        document.at("/paths/" + path.replace("/", "~1")
                                + "/post/responses/200/content/application~1json/schema"));
            }
        }
    }

    private static void assertFields(JsonNode result, JsonNode document, JsonNode schema) {
        JsonNode described = schema.has("$ref")
                ? document.at(schema.required("$ref").asString().substring(1))
                : schema;
        assertThat(Set.copyOf(result.propertyNames()))
                .isEqualTo(Set.copyOf(described.required("properties").propertyNames()))
                .isEqualTo(Set.copyOf(described
                        .required("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()));
        result.path("checks").forEach(check -> assertFields(check, document, described.at("/properties/checks/items")));
    }
}
