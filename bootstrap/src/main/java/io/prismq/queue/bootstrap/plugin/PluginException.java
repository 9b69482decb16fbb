package io.prismq.queue.bootstrap.plugin;

/** Plugins cannot be used; the message is a sentence that names the folder or the jar. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PluginException(String message) {
        super(message);
    }

    PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
