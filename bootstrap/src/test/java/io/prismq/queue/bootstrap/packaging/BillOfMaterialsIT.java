package io.prismq.queue.bootstrap.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of everything that is in the jar. */
class BillOfMaterialsIT {
    private final JsonNode bill = new JsonMapper().readTree(Packages.JAR.resolveSibling("prismq.cdx.json"));

    @Test
    void namesTheLibrariesOfTheProgramWithTheirVersionsAndLicenses() {
        assertThat(bill.get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(names()).contains("javalin", "sqlite-jdbc", "jooq", "guice", "logback-classic", "queue-domain");
        assertThat(bill.get("components")).allSatisfy(component -> {
            assertThat(component.get("version").asString()).isNotEmpty();
            assertThat(component.get("purl").asString()).startsWith("pkg:maven/");
        });
        assertThat(bill.at("/components").findValues("licenses")).isNotEmpty();
    }

    @Test
    void leavesOutWhatOnlyTestsNeed() {
        assertThat(names()).doesNotContain("junit-jupiter-api", "assertj-core", "awaitility", "text-plugin");
    }

    private List<String> names() {
        return bill.get("components")
                .valueStream()
                .map(component -> component.get("name").asString())
                .toList();
    }
}
