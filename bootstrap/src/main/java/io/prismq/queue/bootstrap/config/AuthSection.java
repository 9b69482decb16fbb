package io.prismq.queue.bootstrap.config;

/**
 * Who needs a key.
 *
 * @param required everybody, also on the server's own machine
 * @param insecure nobody, wherever the server listens
 */
public record AuthSection(boolean required, boolean insecure) {}
