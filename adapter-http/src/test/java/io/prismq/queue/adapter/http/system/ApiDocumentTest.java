package io.prismq.queue.adapter.http.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest {
    @Test
    void isMadeOfEveryPartThatIsThere() throws Exception {
        URL folder = Objects.requireNonNull(ApiDocument.class.getResource("openapi"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ApiDocument.PARTS.stream()
                            .map(part -> part + ".yaml")
                            .toList());
        }
    }

    @Test
    void hasThePathsAndComponentsOfAllParts() {
        JsonNode whole = merged(
                "paths: {/a: {get: {}}}\ncomponents: {schemas: {A: {}}}",
                "paths: {/b: {get: {}}}\ncomponents: {schemas: {B: {}}, responses: {B: {}}}");

        assertThat(whole.toString())
                .isEqualTo("{\"paths\":{\"/a\":{\"get\":{}},\"/b\":{\"get\":{}}},"
                        + "\"components\":{\"schemas\":{\"A\":{},\"B\":{}},\"responses\":{\"B\":{}}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paths: {/a: {get: {}}}",
                "components: {schemas: {A: {}}}",
                "components: {responses: {A: {}}}",
                "info: {title: Another}"
            })
    void takesNothingFromTwoParts(String repeated) {
        String first =
                "{info: {title: One}, paths: {/a: {get: {}}}, components: {schemas: {A: {}}, responses: {A: {}}}}";

        assertThatThrownBy(() -> merged(first, repeated))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("two parts of the OpenAPI document have /");
    }

    @Test
    void takesNothingTwiceFromOnePart() {
        assertThatThrownBy(() -> merged("paths:\n  /a: {get: {}}\n  /a: {post: {}}"))
                .hasMessageContaining("Duplicate");
    }

    private static JsonNode merged(String... parts) {
        return ApiDocument.merged(Stream.of(parts).map(part -> part.getBytes(StandardCharsets.UTF_8)));
    }
}
