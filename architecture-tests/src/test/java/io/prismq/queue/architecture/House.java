package io.prismq.queue.architecture;

/**
 * The packages of a code base that is laid out like this one, told by its root: the product's, or the violations'.
 */
record House(String root) {
    static final House PRODUCT = new House("io.prismq.queue");
    static final House VIOLATIONS = new House("io.prismq.queue.architecture.violations");

    String everything() {
        return root + "..";
    }

    String domain() {
        return in("domain..");
    }

    String application() {
        return in("application..");
    }

    String adapters() {
        return in("adapter..");
    }

    String sqlite() {
        return in("adapter.sqlite..");
    }

    String generated() {
        return in("adapter.sqlite.jooq..");
    }

    String http() {
        return in("adapter.http..");
    }

    /** The templates of the dashboard, which the build makes into classes. */
    String templates() {
        return in("adapter.http.dashboard.template..");
    }

    String worker() {
        return in("adapter.worker..");
    }

    String builtInHandlers() {
        return in("adapter.worker.builtin..");
    }

    String telemetry() {
        return in("adapter.telemetry..");
    }

    String bootstrap() {
        return in("bootstrap..");
    }

    String wiring() {
        return in("bootstrap.wiring..");
    }

    String benchmarks() {
        return in("benchmarks..");
    }

    /** Where parts of the product are looked at alone, each by its own door. */
    String hotPaths() {
        return in("benchmarks.jmh..");
    }

    /** What JMH makes of them. */
    String generatedBenchmarks() {
        return in("benchmarks.jmh.jmh_generated..");
    }

    /** The package, or the packages, of this name below the root. */
    String in(String below) {
        return root + "." + below;
    }
}
