package io.prismq.queue.bootstrap;

import io.prismq.queue.bootstrap.config.Configuration;
import io.prismq.queue.bootstrap.wiring.DefaultDatabasePath;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells the log what runs, as soon as it does: who reads a log from its beginning asks that first. */
final class ReadyLog {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyLog.class);

    private ReadyLog() {}

    /**
     * One line.
     *
     * @param file where the configuration comes from besides the command line and the environment
     * @param address empty where nobody can reach the process
     */
    static void tell(Configuration configuration, Optional<Path> file, Optional<String> address) {
        LoggingEventBuilder line = LOG.atInfo().addKeyValue("version", Version.number());
        LoggingEventBuilder more =
                address.map(reached -> line.addKeyValue("address", reached)).orElse(line);
        more.addKeyValue(
                        "database",
                        DefaultDatabasePath.unless(configuration.queue()).toAbsolutePath())
                .addKeyValue("config", file.map(Path::toString).orElse("none"))
                .addKeyValue(
                        "durability", configuration.queue().durability().name().toLowerCase(Locale.ROOT))
                .log("ready");
    }
}
