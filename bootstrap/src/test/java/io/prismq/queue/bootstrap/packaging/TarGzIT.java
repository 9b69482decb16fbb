package io.prismq.queue.bootstrap.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody without Java unpacks. */
class TarGzIT {
    @TempDir
    private static Path directory;

    private static Path tools;
    private static Path place;
    private static Path home;
    private static String demonstration;

    @BeforeAll
    static void unpack() throws IOException {
        directory = directory.toRealPath();
        Packages packages = Packages.made();
        place = Files.createDirectory(directory.resolve("any where"));
        Files.createSymbolicLink(place.resolve(packages.tarGz().getFileName()), packages.tarGz());
        Ended.output(place, "sh", "-c", documented("tar ", packages));
        home = place.resolve(packages.directory());
        demonstration = documented("prismq", packages);
        tools = Files.createDirectory(directory.resolve("tools"));
        for (String tool : List.of("dirname", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
    }

    @Test
    void runsTheDemonstrationWithoutAnyJava() {
        Ended ended = run("-Dorg.sqlite.tmpdir=/nowhere", Path.of("/bin/sh"), "-c", demonstration);

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("completed").doesNotContain("WARN", "warning");
    }

    @Test
    void startsThroughALinkWithItsOwnJavaAndArchivedClasses() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("pq"), home.resolve("bin/prismq"));

        Ended ended = run("-XshowSettings:properties -Xlog:class+load:stderr", link, "version");

        assertThat(ended.output())
                .contains("java.home = " + home.resolve("runtime"))
                .contains("io.prismq.queue.bootstrap.Main source: shared objects file (top)")
                .containsPattern("(?m)^PrismQ \\d");
    }

    @Test
    void startsWithoutItsArchiveToo() throws IOException {
        Path archive = home.resolve("prismq.jsa");
        Path aside = Files.move(archive, directory.resolve("aside.jsa"));
        try {
            assertThat(run("", home.resolve("bin/prismq"), "version").output()).startsWith("PrismQ ");
        } finally {
            Files.move(aside, archive);
        }
    }

    @Test
    void hasWhatBelongsToIt() throws IOException {
        assertThat(home.resolve("plugins")).isEmptyDirectory();
        assertThat(home.resolve("systemd/prismq.service"))
                .hasSameTextualContentAs(Packages.SOURCES.resolve("prismq.service"));
        assertThat(home.resolve("systemd/prismq.yaml")).exists();
        assertThat(home.resolve("runtime/legal/java.base")).isNotEmptyDirectory();
        assertThat(home.resolve("licenses")).isDirectoryContaining("glob:**/jackson-databind*");
    }

    private static Ended run(String javaOptions, Path program, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = program.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Ended.of(place, Map.of("PATH", tools.toString(), "JAVA_OPTS", javaOptions), command);
    }

    /** A command that the document shows, for the package of this machine. */
    private static String documented(String beginning, Packages packages) throws IOException {
        return Files.readAllLines(Packages.ROOT.resolve("docs/install.md")).stream()
                .filter(line -> line.startsWith("$ " + beginning))
                .map(line -> line.substring(2).replace("prismq-0.1.0-linux-x86_64", packages.directory()))
                .findFirst()
                .orElseThrow();
    }
}
