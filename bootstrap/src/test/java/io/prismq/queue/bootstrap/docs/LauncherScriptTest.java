package io.prismq.queue.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.bootstrap.docs.ScriptedProject.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that a person runs. */
class LauncherScriptTest {
    @TempDir
    private Path directory;

    private ScriptedProject project;

    @BeforeEach
    void buildTheProject() throws IOException {
        project = ScriptedProject.upToDate(directory);
    }

    @Nested
    class AnUpToDateJar {
        @Test
        void isRunWhereTheCallerStandsWithItsArguments() throws Exception {
            assertThat(project.run("serve", "--db", "my queue.db"))
                    .isEqualTo(project.java("<-jar><%s><serve><--db><my queue.db>".formatted(project.jar())));
            assertThat(project.callOfMaven()).doesNotExist();
        }

        @Test
        void isFoundThroughLinks() throws Exception {
            Files.createSymbolicLink(directory.resolve("link"), project.script());
            Path linkToLink = Files.createSymbolicLink(project.elsewhere().resolve("pq"), Path.of("../link"));

            assertThat(project.run(Map.of(), linkToLink))
                    .isEqualTo(project.java("<-jar><%s>".formatted(project.jar())));
        }

        @Test
        void isRunWithTheOptionsOfTheEnvironment() throws Exception {
            assertThat(project.run(Map.of("JAVA_OPTS", "-Xmx64m -Dstar=*"), project.script()))
                    .isEqualTo(project.java("<-Xmx64m><-Dstar=*><-jar><%s>".formatted(project.jar())));
        }

        @Test
        void isRunByTheJavaOfTheEnvironment() throws Exception {
            Files.createDirectories(directory.resolve("jdk/bin"));
            Files.move(project.tool("java"), directory.resolve("jdk/bin/java"));
            String home = directory.resolve("jdk").toString();

            assertThat(project.run(Map.of("JAVA_HOME", home), project.script()).code())
                    .isEqualTo(7);
        }

        @Test
        void needsNeitherMavenNorACompiler() throws Exception {
            Files.delete(project.tool("mvn"));
            Files.delete(project.tool("javac"));

            assertThat(project.run().code()).isEqualTo(7);
        }
    }

    @Nested
    class TheJar {
        @Test
        void isBuiltWhereItIsMissing() throws Exception {
            Files.delete(project.jar());

            assertBuilt();
        }

        @Test
        void isBuiltAgainAfterASourceHasChanged() throws Exception {
            touch(project.source());

            assertBuilt();
        }

        @Test
        void isBuiltAgainAfterASourceWasDeleted() throws Exception {
            Files.delete(project.source());

            assertBuilt();
        }

        @Test
        void isBuiltAgainAfterAPomHasChanged() throws Exception {
            touch(project.pom());

            assertBuilt();
        }

        private void touch(Path file) throws IOException {
            Files.setLastModifiedTime(file, FileTime.from(ScriptedProject.BUILT.plusSeconds(1)));
        }

        private void assertBuilt() throws Exception {
            Ended ended = project.run();

            assertThat(ended.output()).doesNotContain("noise").endsWith("<-jar><%s>".formatted(project.jar()));
            assertThat(project.callOfMaven()).hasContent("-q -B -DskipTests package");
        }
    }

    @Nested
    class AFailure {
        @Test
        void ofTheBuildShowsWhatItSaid() throws Exception {
            Files.delete(project.jar());
            project.tool("mvn", "echo 'no such symbol'; exit 1\n");

            assertThat(project.run()).isEqualTo(new Ended(1, """
                            prismq: building; the first time, this takes some minutes
                            no such symbol
                            prismq: the build failed; its output is above."""));
        }

        @Test
        void namesAnOldJava() throws Exception {
            project.tool("java", "echo 'java version \"1.8.0_301\"' >&2\n");

            assertOneSentence("prismq: Java 17 or newer is needed, and java is not that; set JAVA_HOME to a JDK.");
        }

        @Test
        void namesAMissingJava() throws Exception {
            Files.delete(project.tool("java"));

            assertOneSentence("prismq: Java 17 or newer is needed, and java is not that; set JAVA_HOME to a JDK.");
        }

        @Test
        void namesAMissingCompiler() throws Exception {
            Files.delete(project.jar());
            Files.delete(project.tool("javac"));

            assertOneSentence("prismq: to build PrismQ, a JDK is needed, and java has no compiler beside it.");
        }

        @Test
        void namesAMissingMaven() throws Exception {
            Files.delete(project.jar());
            Files.delete(project.tool("mvn"));

            assertOneSentence("prismq: to build PrismQ, Maven is needed, and there is no mvn on the PATH.");
        }

        private void assertOneSentence(String sentence) throws Exception {
            assertThat(project.run()).isEqualTo(new Ended(1, sentence));
        }
    }
}
