package io.prismq.queue.adapter.worker;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** While it is open there is no memory left to log what a class has to say. */
public final class FullLog implements AutoCloseable {
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            throw new OutOfMemoryError("as the test wants it, in the log");
        }
    };
    private final Logger logger;

    public FullLog(Class<?> source) {
        logger = (Logger) LoggerFactory.getLogger(source);
        appender.start();
        logger.addAppender(appender);
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
