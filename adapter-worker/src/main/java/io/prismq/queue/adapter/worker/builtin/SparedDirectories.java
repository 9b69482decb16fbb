package io.prismq.queue.adapter.worker.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Directories that are never swept, known by what the system tells them apart by, whatever path leads there. */
record SparedDirectories(Set<Object> keys) {
    private static final Logger LOG = LoggerFactory.getLogger(SparedDirectories.class);

    static SparedDirectories of(List<Path> directories) {
        Set<Object> keys = new HashSet<>();
        for (Path directory : directories) {
            try {
                keys.add(Files.readAttributes(directory, BasicFileAttributes.class)
                        .fileKey());
            } catch (IOException missing) {
                LOG.debug("{} is not there to be spared", directory, missing);
            }
        }
        // Where the system does not tell directories apart, nothing can be said of any.
        keys.remove(null);
        return new SparedDirectories(keys);
    }

    void requireOther(BasicFileAttributes directory) throws IOException {
        if (keys.contains(directory.fileKey())) {
            throw new IOException("the database or its backups lie there");
        }
    }
}
