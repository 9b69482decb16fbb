package io.prismq.queue.adapter.worker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What a class tells the log while this is open. */
public final class LogLines implements AutoCloseable {
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Logger logger;

    public LogLines(Class<?> source) {
        this(source.getName());
    }

    public LogLines(String source) {
        logger = (Logger) LoggerFactory.getLogger(source);
        appender.start();
        logger.addAppender(appender);
    }

    /** The sentences of a level, each with its fields behind it where it has some. */
    public List<String> at(Level level) {
        return appender.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(LogLines::line)
                .toList();
    }

    /** The stack that came with the lines of a level. */
    public String stackAt(Level level) {
        return appender.list.stream()
                .filter(event -> event.getLevel() == level && event.getThrowableProxy() != null)
                .map(event -> ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }

    private static String line(ILoggingEvent event) {
        return event.getKeyValuePairs() == null
                ? event.getFormattedMessage()
                : event.getFormattedMessage()
                        + event.getKeyValuePairs().stream()
                                .map(pair -> pair.key + "=" + pair.value)
                                .collect(Collectors.joining(", ", " [", "]"));
    }
}
