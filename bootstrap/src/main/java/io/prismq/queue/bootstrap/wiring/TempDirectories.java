package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.bootstrap.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where temporary files may be deleted, and the directories in which nothing may be, whatever leads there: those of the
 * database and of its backups.
 */
record TempDirectories(List<Path> swept, List<Path> spared) {
    TempDirectories {
        swept = List.copyOf(swept);
        spared = List.copyOf(spared);
    }

    /**
     * Those that are configured.
     *
     * @throws ConfigurationException where one could take the database or a backup with it
     */
    static TempDirectories of(List<String> configured, Path database, Path backups) {
        Path besideDatabase = real(database).resolveSibling(".").normalize();
        Path amongBackups = real(backups);
        List<Path> swept = configured.stream().map(TempDirectories::absolute).toList();
        for (Path directory : swept) {
            Path real = real(directory);
            if (besideDatabase.startsWith(real)) {
                throw refused(directory, "the database lies in it");
            }
            if (amongBackups.startsWith(real) || real.startsWith(amongBackups)) {
                throw refused(directory, "backups lie in it, or it lies among them");
            }
        }
        return new TempDirectories(swept, List.of(besideDatabase, amongBackups));
    }

    private static Path absolute(String text) {
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) {
                throw refused(text, "it must be an absolute path");
            }
            if (path.normalize().getNameCount() == 0) {
                throw refused(text, "it is the root of a file system");
            }
            return path;
        } catch (InvalidPathException why) {
            throw refused(text, "it is no path");
        }
    }

    /** By where links lead, as far as there is something. */
    private static Path real(Path path) {
        Path there = path.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath()
                    .resolve(there.relativize(path.toAbsolutePath()))
                    .normalize();
        } catch (IOException unreadable) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static ConfigurationException refused(Object directory, String why) {
        return new ConfigurationException(
                "The configuration key maintenance.temp_directories cannot have '%s': %s.".formatted(directory, why));
    }
}
