package io.prismq.queue.bootstrap.plugin;

import io.prismq.queue.adapter.worker.SourcedHandler;
import io.prismq.queue.domain.port.TaskHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Finds and makes the handlers of one jar. Whatever the code of the jar throws is told in the jar's name. */
final class HandlerSearch {
    private final Path jar;
    private final ClassLoader loader;

    HandlerSearch(Path jar, ClassLoader loader) {
        this.jar = jar;
        this.loader = loader;
    }

    /**
     * The handlers, in the order in which the jar names them.
     *
     * @throws PluginException if there is none, or one cannot be made
     */
    List<SourcedHandler> find() {
        List<SourcedHandler> handlers = makeAll().stream().map(this::sourced).toList();
        if (handlers.isEmpty()) {
            throw new PluginException(
                    "The plugin %s brings no handler: META-INF/services/%s in it names no class of its own."
                            .formatted(jar, TaskHandler.class.getName()));
        }
        return handlers;
    }

    /** A service loader finds those of the program too: they are not the jar's. */
    private List<TaskHandler> makeAll() {
        try (ContextLoader ignored = new ContextLoader(loader)) {
            return ServiceLoader.load(TaskHandler.class, loader).stream()
                    .filter(provider -> loader.equals(provider.type().getClassLoader()))
                    .map(provider -> provider.get())
                    .toList();
        } catch (Throwable thrown) {
            throw new PluginException("The plugin %s cannot be loaded: %s".formatted(jar, told(thrown)), thrown);
        }
    }

    private SourcedHandler sourced(TaskHandler handler) {
        String name = handler.getClass().getName();
        try (ContextLoader ignored = new ContextLoader(loader)) {
            return new SourcedHandler(new PluginHandler(handler, loader), "%s in %s".formatted(name, jar));
        } catch (Throwable thrown) {
            throw new PluginException(
                    "The plugin %s cannot be used: %s does not tell its type: %s".formatted(jar, name, told(thrown)),
                    thrown);
        }
    }

    /** The error of a service loader names the class that could not be made, its cause says why. */
    private static String told(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (cause == null) {
            return thrown.toString();
        }
        return thrown instanceof LinkageError ? cause.toString() : "%s: %s".formatted(thrown.getMessage(), cause);
    }
}
