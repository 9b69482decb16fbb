package io.prismq.queue.bootstrap.plugin;

import io.prismq.queue.adapter.worker.SourcedHandler;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A jar that is open, and what it brings. */
final class PluginJar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginJar.class);

    private final Path path;
    private final URLClassLoader loader;
    private final List<SourcedHandler> handlers;

    private PluginJar(Path path, URLClassLoader loader, List<SourcedHandler> handlers) {
        this.path = path;
        this.loader = loader;
        this.handlers = handlers;
    }

    /**
     * Opens the jar and makes its handlers.
     *
     * @param program asked for each class before the jar
     * @throws PluginException if the jar cannot be used; then it is not open
     */
    static PluginJar load(Path path, ClassLoader program) {
        URLClassLoader loader = open(path, program);
        try (SlowLoad ignored = new SlowLoad(path)) {
            return new PluginJar(path, loader, new HandlerSearch(path, loader).find());
        } catch (PluginException unusable) {
            close(path, loader);
            throw unusable;
        }
    }

    Path path() {
        return path;
    }

    List<SourcedHandler> handlers() {
        return handlers;
    }

    @Override
    public void close() {
        close(path, loader);
    }

    /** A class loader passes in silence over what is not a jar, so it is opened here once before. */
    private static URLClassLoader open(Path path, ClassLoader program) {
        try (JarFile readable = new JarFile(path.toFile())) {
            return new URLClassLoader(
                    readable.getName(), new URL[] {path.toUri().toURL()}, program);
        } catch (IOException broken) {
            throw new PluginException(
                    "The plugin %s cannot be read as a jar: %s".formatted(path, broken.getMessage()), broken);
        }
    }

    private static void close(Path path, URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException failed) {
            LOG.warn("the plugin {} did not close: {}", path, failed.toString());
        }
    }
}
