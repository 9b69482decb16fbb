package io.prismq.queue.bootstrap.remote;

import io.prismq.queue.bootstrap.remote.BoundedLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The standard error of a command: lines {@code progress: 40 message} tell how far it is, the others are the log of the
 * task, and the last of them says why a command failed. Read by one thread, asked by another.
 */
final class ErrorLines {
    private static final int MOST_BYTES = 8 * 1024;
    private static final Pattern PROGRESS = Pattern.compile("progress: (\\d{1,2}|100)(?: (.*))?");

    /** Stands for what no text of the API can hold, as for bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Report report;
    private volatile String last = "";

    ErrorLines(Report report) {
        this.report = report;
    }

    void read(InputStream err) throws IOException {
        BoundedLines lines = new BoundedLines(err, MOST_BYTES);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().isEmpty()) {
                take(line.text().replace('\0', REPLACEMENT));
            }
        }
    }

    /** Empty where there was none. */
    String last() {
        return last;
    }

    private void take(String line) {
        Matcher progress = PROGRESS.matcher(line);
        if (progress.matches()) {
            report.progress(new Report.Progress(Integer.parseInt(progress.group(1)), progress.group(2)));
        } else {
            last = line;
            report.log(line);
        }
    }
}
