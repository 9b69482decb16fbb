package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsTest extends ServerTest {
    @Test
    void areAPageOfThisServerAloneWithoutInlineScripts() {
        Answer page = caller.get("/docs").has(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .doesNotContain("http://", "https://")
                .doesNotContainPattern("<script>|<style|style=| on[a-z]+=|javascript:");
    }

    @Test
    void fitIntoASmallScreen() {
        assertThat(caller.get("/docs").text()).contains("<meta name=\"viewport\"");
    }

    @Test
    void mayUseNothingButThatAndTheApi() {
        String policy = caller.get("/docs").has(200).header("Content-Security-Policy");

        assertThat(policy.split("; "))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src data:",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger-ui.css", "swagger-ui-bundle.js", "docs.js"})
    void bringEveryPartOfThatPage(String asset) {
        assertThat(caller.get("/docs").text()).contains("/docs/" + asset);
        assertThat(caller.get("/docs/" + asset).has(200).text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.js", "openapi.json", "webjar.properties", "..%2Fopenapi.json"})
    void bringNothingElse(String asset) {
        caller.get("/docs/" + asset).isProblem(404, "not-found");
    }
}
