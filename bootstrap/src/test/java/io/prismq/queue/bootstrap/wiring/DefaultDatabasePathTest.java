package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultDatabasePathTest {
    @Test
    void isInTheDataDirectoryOfTheUserOnLinux() {
        assertThat(DefaultDatabasePath.of("Linux", Map.of(), "/home/ada"))
                .isEqualTo(Path.of("/home/ada/.local/share/prismq/queue.db"));
    }

    @Test
    void followsTheDesktopsConventionOnLinux() {
        assertThat(DefaultDatabasePath.of("Linux", Map.of("XDG_DATA_HOME", "/data"), "/home/ada"))
                .isEqualTo(Path.of("/data/prismq/queue.db"));
    }

    @Test
    void isInApplicationSupportOnMacOs() {
        assertThat(DefaultDatabasePath.of("Mac OS X", Map.of(), "/Users/ada"))
                .isEqualTo(Path.of("/Users/ada/Library/Application Support/PrismQ/queue.db"));
    }

    @Test
    void isInTheLocalApplicationDataOnWindows() {
        Map<String, String> environment = Map.of("LOCALAPPDATA", "C:/Users/ada/AppData/Local");

        assertThat(DefaultDatabasePath.of("Windows 11", environment, "C:/Users/ada"))
                .isEqualTo(Path.of("C:/Users/ada/AppData/Local", "PrismQ", "queue", "queue.db"));
    }
}
