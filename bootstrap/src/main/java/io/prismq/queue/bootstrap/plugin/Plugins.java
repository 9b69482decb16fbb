package io.prismq.queue.bootstrap.plugin;

import io.prismq.queue.adapter.worker.SourcedHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars of a folder, in the order of their names, open until this is closed. */
public final class Plugins implements AutoCloseable {
    public static final Plugins NONE = new Plugins(List.of());

    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);
    private static final String JAR = ".jar";

    private final List<PluginJar> jars;

    private Plugins(List<PluginJar> jars) {
        this.jars = List.copyOf(jars);
    }

    /**
     * Opens every jar that stands in the folder itself, and makes its handlers.
     *
     * @throws PluginException if the folder cannot be read, or one of its jars cannot be used; then none is open
     */
    public static Plugins load(Path folder) {
        return load(folder, Plugins.class.getClassLoader());
    }

    static Plugins load(Path folder, ClassLoader program) {
        List<PluginJar> open = new ArrayList<>();
        try {
            jarsIn(folder).forEach(jar -> open.add(PluginJar.load(jar, program)));
        } catch (PluginException unusable) {
            open.forEach(PluginJar::close);
            throw unusable;
        }
        if (open.isEmpty()) {
            LOG.info("no plugin is in {}", folder);
        }
        open.forEach(Plugins::tell);
        return new Plugins(open);
    }

    /** The handlers of all jars. */
    public List<SourcedHandler> handlers() {
        return jars.stream().flatMap(jar -> jar.handlers().stream()).toList();
    }

    /** To be called when no handler runs any more: a class that was not needed until now is not found from now on. */
    @Override
    public void close() {
        jars.forEach(PluginJar::close);
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PluginException("The folder of plugins %s does not exist, or is not a folder.".formatted(folder));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(JAR))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new PluginException(
                    "The folder of plugins %s cannot be read: %s".formatted(folder, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static void tell(PluginJar jar) {
        LOG.info(
                "the plugin {} runs tasks of {}",
                jar.path().getFileName(),
                jar.handlers().stream()
                        .map(found -> found.handler().type().value())
                        .toList());
    }
}
