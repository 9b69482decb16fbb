package io.prismq.queue.bootstrap.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What makes two builds of the same sources the same; that they are, {@code bin/package verify} shows. */
class FatJarIT {
    private static final LocalDateTime TIME_OF_EVERY_BUILD = LocalDateTime.parse("2026-01-01T00:00:00");

    @Test
    void hasOneTimeForAllThatTheBuildMade() throws IOException {
        try (ZipFile jar = new ZipFile(Packages.JAR.toFile())) {
            assertThat(jar.stream().filter(FatJarIT::isOurs))
                    .isNotEmpty()
                    .extracting(ZipEntry::getTimeLocal)
                    .containsOnly(TIME_OF_EVERY_BUILD);
        }
    }

    @Test
    void hasTheFilesOfAModuleInOrder() throws IOException {
        try (ZipFile jar = new ZipFile(Packages.JAR.toFile())) {
            List<String> names = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("io/prismq/queue/bootstrap/"))
                    .toList();

            assertThat(names).isNotEmpty().isSorted();
        }
    }

    /** Read in the encoding of the machine that builds, the signs of some would be others. */
    @Test
    void spellsNoticesAsTheirAuthorsDid() throws IOException {
        try (ZipFile jar = new ZipFile(Packages.JAR.toFile());
                InputStream notice = jar.getInputStream(jar.getEntry("META-INF/NOTICE"))) {
            assertThat(new String(notice.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("©");
        }
    }

    private static boolean isOurs(ZipEntry entry) {
        return entry.getName().startsWith("io/prismq/") || entry.getName().equals("META-INF/MANIFEST.MF");
    }
}
