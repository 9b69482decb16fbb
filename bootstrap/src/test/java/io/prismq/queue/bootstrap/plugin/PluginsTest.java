package io.prismq.queue.bootstrap.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prismq.queue.adapter.worker.SourcedHandler;
import io.prismq.queue.domain.port.TaskContext;
import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.Payload;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
    private static final String LOADER = "Thread.currentThread().getContextClassLoader()";
    private static final String IS_ITS_OWN = "String.valueOf(%s == %s.class.getClassLoader())";
    private static final ClassLoader PROGRAM = PluginsTest.class.getClassLoader();
    private static final TaskContext UNASKED = (TaskContext)
            Proxy.newProxyInstance(PROGRAM, new Class<?>[] {TaskContext.class}, (context, method, arguments) -> {
                throw new AssertionError(method);
            });

    private static final String WORD = "final class Word { static String json() { return \"1\"; } }";

    @TempDir
    private Path directory;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectory(directory.resolve("plugins"));
    }

    @Test
    void bringTheirHandlersInTheOrderOfTheJars() throws IOException {
        plugin().handler("Two", "two", "return null;")
                .handler("Three", "three", "return null;")
                .write(jar("b.jar"));
        plugin().handler("One", "one", "return null;").write(jar("a.jar"));

        try (Plugins plugins = Plugins.load(folder)) {
            assertThat(types(plugins)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void sayWhereAHandlerComesFrom() throws IOException {
        Path jar = plugin().handler("One", "one", "return null;").write(jar("a.jar"));

        try (Plugins plugins = Plugins.load(folder)) {
            assertThat(plugins.handlers())
                    .extracting(SourcedHandler::source)
                    .containsExactly("com.example.One in " + jar);
        }
    }

    @Test
    void leaveOtherFilesAlone() throws IOException {
        Files.writeString(jar("README.md"), "Put jars here.");

        try (Plugins plugins = Plugins.load(folder)) {
            assertThat(plugins.handlers()).isEmpty();
        }
    }

    @Test
    void haveClassesOfTheirOwn() throws Exception {
        plugin().handler("Same", "one", "return new Result(\"1\");").write(jar("a.jar"));
        plugin().handler("Same", "two", "return new Result(\"2\");").write(jar("b.jar"));

        try (Plugins plugins = Plugins.load(folder)) {
            assertThat(run(plugins, "one")).isEqualTo("1");
            assertThat(run(plugins, "two")).isEqualTo("2");
        }
    }

    @Test
    void mayHaveLibrariesInOtherFolders() throws Exception {
        Path library = Files.createDirectory(folder.resolve("lib")).resolve("word.jar");
        plugin().type("Word", WORD).write(library);
        plugin().type("Word", WORD)
                .handler("One", "one", "return new Result(Word.json());")
                .without("Word")
                .classPath("lib/word.jar")
                .write(jar("a.jar"));

        try (Plugins plugins = Plugins.load(folder)) {
            assertThat(run(plugins, "one")).isEqualTo("1");
        }
    }

    @Test
    void runInTheContextOfTheirOwnClassLoader() throws Exception {
        plugin().handler("One", "one", "return new Result(" + IS_ITS_OWN.formatted(LOADER, "One") + ");")
                .write(jar("a.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (Plugins plugins = Plugins.load(folder)) {
            assertThat(run(plugins, "one")).isEqualTo("true");
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void areMadeInTheContextOfTheirOwnClassLoader() throws Exception {
        plugin().provider("One", """
                        public final class One implements TaskHandler {
                            private final String made = %1$s;
                            private String asked;
                            @Override public TaskType type() { asked = %1$s; return new TaskType("one"); }
                            @Override public Result handle(Payload payload, TaskContext context) {
                                return new Result("[" + made + "," + asked + "]");
                            }
                        }
                        """.formatted(IS_ITS_OWN.formatted(LOADER, "One")))
                .write(jar("a.jar"));

        try (Plugins plugins = Plugins.load(folder)) {
            assertThat(run(plugins, "one")).isEqualTo("[true,true]");
        }
    }

    @Test
    void doNotCountWhatTheProgramBringsItself() throws IOException {
        Path program = plugin().handler("Own", "own", "return null;").write(directory.resolve("program.jar"));
        plugin().handler("One", "one", "return null;").write(jar("a.jar"));

        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {program.toUri().toURL()}, PROGRAM);
                Plugins plugins = Plugins.load(folder, loader)) {
            assertThat(types(plugins)).containsExactly("one");
        }
    }

    @Test
    void areClosedInTheEnd() throws IOException {
        writePluginThatNeedsAClassOnlyWhenItRuns(jar("a.jar"));
        Plugins plugins = Plugins.load(folder);

        plugins.close();

        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(() -> run(made()));
    }

    @Test
    void areClosedWhereOneCannotBeUsed() throws IOException {
        writePluginThatNeedsAClassOnlyWhenItRuns(jar("a.jar"));
        Files.writeString(jar("b.jar"), "not a jar");

        assertThatExceptionOfType(PluginException.class).isThrownBy(() -> Plugins.load(folder));

        assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(() -> run(made()));
    }

    private void writePluginThatNeedsAClassOnlyWhenItRuns(Path jar) throws IOException {
        plugin().type("Word", WORD).provider("Lazy", """
                        public final class Lazy implements TaskHandler {
                            public Lazy() { System.getProperties().put("made", this); }
                            @Override public TaskType type() { return new TaskType("lazy"); }
                            @Override public Result handle(Payload payload, TaskContext context) {
                                return new Result(Word.json());
                            }
                        }
                        """).write(jar);
    }

    /** The handler that told of itself when it was made. */
    private static TaskHandler made() {
        return (TaskHandler) Objects.requireNonNull(System.getProperties().remove("made"));
    }

    private PluginBuilder plugin() throws IOException {
        return new PluginBuilder(directory);
    }

    private Path jar(String name) {
        return folder.resolve(name);
    }

    private static List<String> types(Plugins plugins) {
        return plugins.handlers().stream()
                .map(found -> found.handler().type().value())
                .toList();
    }

    private static String run(Plugins plugins, String type) throws Exception {
        for (SourcedHandler found : plugins.handlers()) {
            if (found.handler().type().value().equals(type)) {
                return run(found.handler());
            }
        }
        throw new AssertionError(type);
    }

    private static String run(TaskHandler handler) throws Exception {
        return handler.handle(Payload.EMPTY, UNASKED).json();
    }
}
