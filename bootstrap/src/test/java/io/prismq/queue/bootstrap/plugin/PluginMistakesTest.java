package io.prismq.queue.bootstrap.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a plugin, the message names the jar, and in it the class. */
class PluginMistakesTest {
    private static final String HANDLER = """
            public %s class Faulty %s implements TaskHandler {
                public Faulty() { %s }
                @Override public TaskType type() { %s }
                @Override public Result handle(Payload payload, TaskContext context) { return null; }
            }
            """;
    private static final String TYPE = "return new TaskType(\"faulty\");";

    @TempDir
    private Path directory;

    @Test
    void aFolderThatIsNotThere() {
        Path nowhere = directory.resolve("nowhere");

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> Plugins.load(nowhere))
                .withMessage("The folder of plugins %s does not exist, or is not a folder.", nowhere);
    }

    @Test
    void aFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> Plugins.load(file))
                .withMessage("The folder of plugins %s does not exist, or is not a folder.", file);
    }

    @Test
    void aFileThatIsNotAJar() throws IOException {
        Files.writeString(jar(), "Dear reader, ".repeat(100));

        assertTold("cannot be read as a jar: zip");
    }

    @Test
    void aDirectoryNamedLikeAJar() throws IOException {
        Files.createDirectory(jar());

        assertTold("cannot be read as a jar: ");
    }

    @Test
    void aJarThatNamesNoHandler() throws IOException {
        plugin().type("Library", "public final class Library {}").write(jar());

        assertTold("brings no handler: META-INF/services/io.prismq.queue.domain.port.TaskHandler");
    }

    @Test
    void aJarThatNamesAClassOfTheProgram() throws IOException {
        Path program = Files.createDirectory(directory.resolve("program")).resolve("program.jar");
        plugin().provider("Faulty", HANDLER.formatted("", "", "", TYPE)).write(program);
        plugin().provider("com.example.Faulty").write(jar());

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {program.toUri().toURL()}, Plugins.class.getClassLoader())) {
            assertTold(loader, "brings no handler: ");
        }
    }

    @Test
    void aHandlerThatIsNotThere() throws IOException {
        plugin().provider("com.example.Missing").write(jar());

        assertTold("cannot be loaded: ", "com.example.Missing not found");
    }

    @Test
    void aClassThatIsNoHandler() throws IOException {
        plugin().provider("Stranger", "public final class Stranger {}").write(jar());

        assertTold("cannot be loaded: ", "com.example.Stranger not a subtype");
    }

    @Test
    void aHandlerThatCannotBeMadeByOthers() throws IOException {
        plugin().provider("Faulty", HANDLER.formatted("abstract", "", "", TYPE)).write(jar());

        assertTold("cannot be loaded: ", "com.example.Faulty could not be instantiated");
    }

    @Test
    void aConstructorThatThrows() throws IOException {
        String constructor = "if (true) throw new IllegalStateException(\"no dictionary\");";
        plugin().provider("Faulty", HANDLER.formatted("", "", constructor, TYPE))
                .write(jar());

        assertTold(
                "cannot be loaded: ",
                "com.example.Faulty could not be instantiated: java.lang.IllegalStateException: no dictionary");
    }

    @Test
    void aConstructorThatNeedsAClassThatIsNotThere() throws IOException {
        plugin().type("Absent", "class Absent {}")
                .provider("Faulty", HANDLER.formatted("", "", "new Absent();", TYPE))
                .without("Absent")
                .write(jar());

        assertTold(
                "cannot be loaded: ",
                "com.example.Faulty could not be instantiated: java.lang.NoClassDefFoundError: com/example/Absent");
    }

    @Test
    void aSuperclassThatIsNotThere() throws IOException {
        plugin().type("Absent", "class Absent {}")
                .provider("Faulty", HANDLER.formatted("", "extends Absent", "", TYPE))
                .without("Absent")
                .write(jar());

        assertTold("cannot be loaded: java.lang.ClassNotFoundException: com.example.Absent");
    }

    @Test
    void aTypeThatThrows() throws IOException {
        plugin().provider("Faulty", HANDLER.formatted("", "", "", "return new TaskType(\"a type\");"))
                .write(jar());

        assertTold(
                "cannot be used: com.example.Faulty does not tell its type: java.lang.IllegalArgumentException: a task type");
    }

    @Test
    void aTypeThatIsNull() throws IOException {
        plugin().provider("Faulty", HANDLER.formatted("", "", "", "return null;"))
                .write(jar());

        assertTold("cannot be used: com.example.Faulty does not tell its type: ", "type() returned null");
    }

    private void assertTold(String... parts) {
        assertTold(Plugins.class.getClassLoader(), parts);
    }

    private void assertTold(ClassLoader program, String... parts) {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> Plugins.load(directory, program))
                .withMessageStartingWith("The plugin %s ", jar())
                .satisfies(told -> assertThat(told).message().contains(parts));
    }

    private PluginBuilder plugin() throws IOException {
        return new PluginBuilder(directory);
    }

    private Path jar() {
        return directory.resolve("a.jar");
    }
}
