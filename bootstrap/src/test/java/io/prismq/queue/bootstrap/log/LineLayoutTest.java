package io.prismq.queue.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LineLayoutTest {
    private final RuntimeException deep = new IllegalStateException("no\nluck", recursion(40));

    @Test
    void plainIsOneLineWithItsFieldsAtTheEnd() {
        LoggingEvent event = event("it {} again", null);
        event.addKeyValuePair(new KeyValuePair("task_id", 7L));
        event.addKeyValuePair(new KeyValuePair("worker", "host 1"));
        event.addKeyValuePair(new KeyValuePair("error", "said \"no\"\nand left"));

        assertThat(line("plain", event))
                .isEqualTo("2026-11-22T08:05:00.292Z WARN  [main] Claims: it works again task_id=7 worker=\"host 1\""
                        + " error=\"said \\\"no\\\" and left\"" + System.lineSeparator());
    }

    @Test
    void plainHasNothingThatATerminalWouldObey() {
        LoggingEvent event = event("it {} a\u001b[2Jb\u009b31mc\u202ed\u2028e\u200bf", null);
        event.addKeyValuePair(new KeyValuePair("error", "C:\\dir \\\" x=1"));

        assertThat(line("plain", event))
                .endsWith("it works a [2Jb 31mc d e f error=\"C:\\\\dir \\\\\\\" x=1\"" + System.lineSeparator());
    }

    @Test
    void aStrangersRequestForATunnelIsNotTold() {
        assertThat(LoggerFactory.getLogger("org.eclipse.jetty.util.HostPort").isWarnEnabled())
                .isFalse();
    }

    @Test
    void anExceptionIsIndentedAndShortInPlain() {
        assertThat(line("plain", event("broken {}", deep)).lines().toList())
                .hasSizeLessThan(40)
                .anyMatch(line -> line.equals("    java.lang.IllegalStateException: no luck"))
                .anyMatch(line -> line.equals("    caused by java.lang.RuntimeException: deep"))
                .allMatch(line -> line.startsWith("2026-") || line.startsWith("    "));
    }

    @Test
    void jsonIsOneObjectOnOneLineWhateverHappened() {
        LoggingEvent event = event("it\n{} again", deep);
        event.addKeyValuePair(new KeyValuePair("task_id", 7L));
        event.addKeyValuePair(new KeyValuePair("level", "of a library"));

        String line = line("json", event);
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(line.lines()).hasSize(1);
        assertThat(json.required("time").asString()).isEqualTo("2026-11-22T08:05:00.292Z");
        assertThat(json.required("level").asString()).isEqualTo("WARN");
        assertThat(json.required("message").asString()).isEqualTo("it\nworks again");
        assertThat(json.required("task_id").asLong()).isEqualTo(7);
        assertThat(json.required("level_").asString()).isEqualTo("of a library");
        assertThat(json.required("exception").asString()).contains("Caused by: java.lang.RuntimeException: deep");
    }

    @Test
    void aWrongSettingIsASentence() {
        assertThat(LogSettings.flaw(Map.of())).isEmpty();
        assertThat(LogSettings.flaw(Map.of("PRISMQ_LOG_FORMAT", "json", "PRISMQ_LOG_LEVEL", "DEBUG")))
                .isEmpty();
        assertThat(LogSettings.flaw(Map.of("PRISMQ_LOG_FORMAT", "xml")))
                .hasValue("The environment variable PRISMQ_LOG_FORMAT must be plain or json, not xml.");
        assertThat(LogSettings.flaw(Map.of("PRISMQ_LOG_LEVEL", "loud")))
                .hasValue("The environment variable PRISMQ_LOG_LEVEL must be ERROR, WARN, INFO, DEBUG, TRACE or OFF,"
                        + " not loud.");
    }

    private static String line(String format, LoggingEvent event) {
        LineLayout layout = new LineLayout();
        layout.setFormat(format);
        return layout.doLayout(event);
    }

    private static LoggingEvent event(String message, @Nullable Throwable thrown) {
        LoggingEvent event = new LoggingEvent(
                "", new LoggerContext().getLogger("io.prismq.Claims"), Level.WARN, message, thrown, new Object[] {
                    "works"
                });
        event.setInstant(Instant.parse("2026-11-22T08:05:00.292123456Z"));
        event.setThreadName("main");
        event.setMDCPropertyMap(Map.of());
        return event;
    }

    private static RuntimeException recursion(int depth) {
        return depth == 0 ? new RuntimeException("deep") : recursion(depth - 1);
    }
}
