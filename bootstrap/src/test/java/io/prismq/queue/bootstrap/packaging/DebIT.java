package io.prismq.queue.bootstrap.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What dpkg is given. */
class DebIT {
    private static final Path HERE = Path.of(".");

    @Test
    void putsEveryFileWhereDebianLooksForIt() {
        String contents = Ended.output(HERE, "dpkg-deb", "--contents", deb());

        assertThat(contents)
                .contains("./opt/prismq/prismq.jar", "./opt/prismq/prismq.jsa", "./opt/prismq/prismq.cdx.json")
                .contains("./opt/prismq/runtime/bin/java", "./opt/prismq/plugins/", "./opt/prismq/licenses/")
                .contains("./usr/bin/prismq -> /opt/prismq/bin/prismq")
                .contains("./usr/lib/systemd/system/prismq.service", "./etc/prismq/prismq.yaml");
        assertThat(contents.lines().filter(line -> !line.startsWith("l")))
                .allMatch(line -> line.matches(".{5}-.{2}-. root/root .*"));
    }

    @Test
    void tellsWhatItIsAndWhatItNeeds() {
        assertThat(Ended.output(HERE, "dpkg-deb", "--field", deb()))
                .contains("Package: prismq\n")
                .containsPattern("(?m)^Version: \\d")
                .containsPattern("(?m)^Depends: adduser, libc6 \\(>= 2\\.\\d+\\), zlib1g$")
                .containsPattern("(?m)^Installed-Size: \\d{5,}$");
    }

    @Test
    void keepsTheConfigurationOfTheOperator() {
        assertThat(Ended.output(HERE, "dpkg-deb", "--info", deb(), "conffiles")).isEqualTo("/etc/prismq/prismq.yaml\n");
    }

    private static String deb() {
        return Packages.made().deb().toString();
    }
}
