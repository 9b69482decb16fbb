package io.prismq.queue.bootstrap.config;

/**
 * Who needs a key.
 *
 * @param required everybody, also on the server's own machine
 * @param insecure nobody, also where others reach the server
 */
public record AuthSection(boolean required, boolean insecure) {}
