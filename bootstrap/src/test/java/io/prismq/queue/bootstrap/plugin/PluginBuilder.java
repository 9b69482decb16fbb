package io.prismq.queue.bootstrap.plugin;

import io.prismq.queue.domain.port.TaskHandler;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes the jar of a plugin from source code, whose classes are of the package {@code com.example}. */
public final class PluginBuilder {
    private static final String PACKAGE = "com.example.";
    private static final String SOURCE = """
            package com.example;
            import io.prismq.queue.domain.port.*;
            import io.prismq.queue.domain.task.*;
            %s
            """;
    private static final String HANDLER = """
            public final class %s implements TaskHandler {
                @Override public TaskType type() { return new TaskType("%s"); }
                @Override public Result handle(Payload payload, TaskContext context) throws Exception { %s }
            }
            """;

    private final Path directory;
    private final Path classes;
    private final List<String> providers = new ArrayList<>();
    private final Manifest manifest = new Manifest();

    /** Leaves its files in the directory. */
    public PluginBuilder(Path directory) throws IOException {
        this.directory = Files.createTempDirectory(directory, "plugin-");
        this.classes = Files.createDirectory(this.directory.resolve("classes"));
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A handler that does what the statements say. */
    public PluginBuilder handler(String name, String type, String statements) throws IOException {
        return type(name, HANDLER.formatted(name, type, statements)).provider(PACKAGE + name);
    }

    /** A provider that is not like others. */
    public PluginBuilder provider(String name, String code) throws IOException {
        return type(name, code).provider(PACKAGE + name);
    }

    /** A class that is named as a provider, whether it is there or not. */
    PluginBuilder provider(String className) {
        providers.add(className);
        return this;
    }

    PluginBuilder type(String name, String code) throws IOException {
        Path source = Files.writeString(directory.resolve(name + ".java"), SOURCE.formatted(code));
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        domain() + File.pathSeparator + classes,
                        "-d",
                        classes.toString(),
                        source.toString());
        if (exitCode != 0) {
            throw new IllegalArgumentException(code);
        }
        return this;
    }

    PluginBuilder without(String name) throws IOException {
        Files.delete(classFile(name));
        return this;
    }

    /** Names a jar that stands beside this one, with classes that it needs. */
    PluginBuilder classPath(String jar) {
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, jar);
        return this;
    }

    public Path write(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path each : compiled.filter(Files::isRegularFile).toList()) {
                put(entries, classes.relativize(each).toString(), Files.readAllBytes(each));
            }
            put(
                    entries,
                    "META-INF/services/" + TaskHandler.class.getName(),
                    String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private Path classFile(String name) {
        return classes.resolve((PACKAGE + name).replace('.', '/') + ".class");
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
    }

    private static Path domain() {
        try {
            return Path.of(TaskHandler.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
