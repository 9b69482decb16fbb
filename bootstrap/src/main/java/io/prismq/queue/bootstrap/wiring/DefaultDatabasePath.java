package io.prismq.queue.bootstrap.wiring;

import io.prismq.queue.bootstrap.config.QueueSection;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the database is kept when nobody says: a place of the user's own that outlives a restart of the machine, by the
 * conventions of the operating system (on Linux the XDG base directories).
 */
public final class DefaultDatabasePath {
    private DefaultDatabasePath() {}

    /** The path that is configured, else that place of this user and this machine. */
    public static Path unless(QueueSection queue) {
        return queue.dbPath() == null
                ? of(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"))
                : Path.of(queue.dbPath());
    }

    static Path of(String osName, Map<String, String> environment, String home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return Path.of(environment.getOrDefault("LOCALAPPDATA", home), "PrismQ", "queue", "queue.db");
        }
        if (os.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "PrismQ", "queue.db");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data))
                .resolve(Path.of("prismq", "queue.db"));
    }
}
