package io.prismq.queue.bootstrap.remote;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Looks for programs as the operating system does when it starts them. */
public final class Executables {
    private Executables() {}

    /**
     * Whether such a program can be started, as far as can be seen without doing it.
     *
     * @param program a name, or a path
     * @param path the variable {@code PATH}
     * @param osName as the property {@code os.name}; Windows has rules of its own, where only the start itself tells
     */
    public static boolean isThere(String program, String path, String osName) {
        if (osName.startsWith("Windows")) {
            return true;
        }
        if (program.contains("/")) {
            return isProgram(Path.of(program));
        }
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .anyMatch(directory -> isProgram(Path.of(directory, program)));
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
