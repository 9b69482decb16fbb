package io.prismq.queue.adapter.sqlite.file;

import io.prismq.queue.domain.port.StoreReadOnlyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a database is, whatever link leads there: the locks stand beside the file itself, so that nobody comes past them
 * by another name.
 */
public final class RealPath {
    private RealPath() {}

    /**
     * The path of the file itself; it need not exist.
     *
     * @throws StoreReadOnlyException if it is a link that leads nowhere
     */
    public static Path of(Path database) {
        Path path = database.toAbsolutePath();
        try {
            if (Files.exists(path)) {
                return path.toRealPath();
            }
        } catch (IOException error) {
            throw new StoreReadOnlyException(
                    "Where %s leads cannot be read; check its permissions.".formatted(path), error);
        }
        if (Files.isSymbolicLink(path)) {
            throw new StoreReadOnlyException(
                    "%s is a link that leads nowhere; name the file itself, or delete the link.".formatted(path));
        }
        return path;
    }
}
