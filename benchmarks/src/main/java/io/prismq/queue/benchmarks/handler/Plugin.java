package io.prismq.queue.benchmarks.handler;

import io.prismq.queue.domain.port.TaskHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** Packs the handlers as what the program loads: a jar that names them. */
public final class Plugin {
    private static final List<Class<? extends TaskHandler>> HANDLERS =
            List.of(NoopHandler.class, NapHandler.class, StampHandler.class);

    private Plugin() {}

    /** Writes the jar into a folder of its own; the folder. */
    public static Path pack(Path directory) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("plugins"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("benchmarks.jar")))) {
            String names = HANDLERS.stream().map(Class::getName).collect(Collectors.joining("\n"));
            add(jar, "META-INF/services/" + TaskHandler.class.getName(), names.getBytes(StandardCharsets.UTF_8));
            for (Class<?> handler : HANDLERS) {
                String file = handler.getName().replace('.', '/') + ".class";
                add(jar, file, bytes(handler, file));
            }
        }
        return folder;
    }

    private static byte[] bytes(Class<?> type, String file) throws IOException {
        try (InputStream stream = type.getResourceAsStream("/" + file)) {
            if (stream == null) {
                throw new IOException("the class path lacks " + file);
            }
            return stream.readAllBytes();
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}
