package io.prismq.queue.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

/** Writes events in the format that is configured. */
public final class LineLayout extends LayoutBase<ILoggingEvent> {
    private LogFormat format = LogFormat.PLAIN;

    /** Sets the format; a word that names none leaves it plain, and {@link LogSettings} tells the user. */
    public void setFormat(String word) {
        format = LogFormat.named(word).orElse(LogFormat.PLAIN);
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return format.line(event);
    }
}
