package io.prismq.queue.bootstrap.packaging;

import java.nio.file.Path;

/**
 * The packages of the jar that was just built.
 *
 * @param tarGz the one to unpack anywhere
 * @param deb the one for Debian
 */
record Packages(Path tarGz, Path deb) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path SOURCES = ROOT.resolve("bootstrap/src/packaging");
    static final Path JAR = Path.of(System.getProperty("prismq.jar", "target/prismq.jar"));

    /** Made by the script that people use, the first time that a test asks for them. */
    static Packages made() {
        return Made.PACKAGES;
    }

    /** What the archive unpacks to. */
    String directory() {
        return tarGz.getFileName().toString().replace(".tar.gz", "");
    }

    private static final class Made {
        static final Packages PACKAGES = make();

        private static Packages make() {
            String output = Ended.output(ROOT, "bin/package", "--jar", JAR.toString());
            return new Packages(named(output, ".tar.gz"), named(output, ".deb"));
        }

        private static Path named(String output, String suffix) {
            return output.lines()
                    .filter(line -> line.endsWith(suffix))
                    .map(Path::of)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(output));
        }
    }
}
