package io.prismq.queue.bootstrap.server;

/** A process that is started, and that clients can reach. */
public record PrismqServer(PrismqProcess process, Address address) implements AutoCloseable {
    /**
     * How clients reach it.
     *
     * @param scheme {@code http} or {@code https}
     * @param port the one that it listens on
     */
    public record Address(String scheme, String host, int port) {
        @Override
        public String toString() {
            return "%s://%s:%d".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port);
        }
    }

    /** Stops the process. */
    @Override
    public void close() {
        process.close();
    }
}
