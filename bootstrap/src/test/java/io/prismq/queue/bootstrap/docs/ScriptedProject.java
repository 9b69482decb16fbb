package io.prismq.queue.bootstrap.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A project that is nothing but the script under test and files with dates, and a {@code PATH} with nothing on it but
 * what the script needs: its Java and its Maven only tell that they were called.
 */
final class ScriptedProject {
    static final Instant BUILT = Instant.parse("2025-01-02T00:00:00Z");
    private static final Instant BEFORE = BUILT.minusSeconds(60);

    private static final String JAVA = """
            if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit; fi
            echo "java in $(pwd -P)"
            printf '<%s>' "$@"
            exit 7
            """;
    private static final String MAVEN = """
            echo noise
            echo "$@" > mvn-was-called-with
            : > bootstrap/target/prismq.jar
            """;

    private final Path root;
    private final Path tools;
    private final Path elsewhere;

    /** How the script ended. */
    record Ended(int code, String output) {}

    private ScriptedProject(Path directory) {
        this.root = directory.resolve("a project");
        this.tools = directory.resolve("tools");
        this.elsewhere = directory.resolve("elsewhere");
    }

    /** A project whose jar is newer than its sources. */
    static ScriptedProject upToDate(Path directory) throws IOException {
        ScriptedProject project = new ScriptedProject(directory.toRealPath());
        project.addTools();
        project.addFiles();
        return project;
    }

    Ended run(String... arguments) throws Exception {
        return run(Map.of(), script(), arguments);
    }

    /** Runs the script from a directory that is not the project's. */
    Ended run(Map<String, String> environment, Path script, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(script.toString())
                .directory(elsewhere.toFile())
                .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.strip());
    }

    /** What Java tells when it is called with these arguments behind the options that are shipped. */
    Ended java(String arguments) {
        Path options = root.resolve("bootstrap/src/packaging/jvm.options");
        return new Ended(7, "java in %s\n<@%s>%s".formatted(elsewhere, options, arguments));
    }

    Path script() {
        return root.resolve("bin/prismq");
    }

    Path jar() {
        return root.resolve("bootstrap/target/prismq.jar");
    }

    Path source() {
        return root.resolve("bootstrap/src/main/java/Main.java");
    }

    Path pom() {
        return root.resolve("bootstrap/pom.xml");
    }

    Path callOfMaven() {
        return root.resolve("mvn-was-called-with");
    }

    Path elsewhere() {
        return elsewhere;
    }

    Path tool(String name) {
        return tools.resolve(name);
    }

    void tool(String name, String shell) throws IOException {
        Files.writeString(tool(name), "#!/bin/sh\n" + shell).toFile().setExecutable(true);
    }

    private void addTools() throws IOException {
        Files.createDirectories(elsewhere);
        Files.createDirectories(tools);
        for (String name : List.of("dirname", "readlink", "find", "head", "grep")) {
            tool(name, "exec '%s' \"$@\"\n".formatted(onThePath(name)));
        }
        tool("java", JAVA);
        tool("javac", "");
        tool("mvn", MAVEN);
    }

    private void addFiles() throws IOException {
        for (Path file : List.of(root.resolve("pom.xml"), pom(), source(), jar(), script())) {
            Files.createDirectories(file.resolveSibling("."));
            Files.copy(Document.ROOT.resolve("bin/prismq"), file);
            Files.setLastModifiedTime(file, FileTime.from(file.equals(jar()) ? BUILT : BEFORE));
        }
        for (String directory : List.of("bootstrap/src/main", "bootstrap/src/main/java")) {
            Files.setLastModifiedTime(root.resolve(directory), FileTime.from(BEFORE));
        }
    }

    private static Path onThePath(String tool) {
        return Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
