package io.prismq.queue.bootstrap.config;

/** The configuration cannot be used; the message is a sentence that names the key or the file. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
