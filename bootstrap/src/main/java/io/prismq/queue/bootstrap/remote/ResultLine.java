package io.prismq.queue.bootstrap.remote;

import io.prismq.queue.bootstrap.remote.BoundedLines.Line;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The result of a command: the last line of its standard output that is JSON, without one {@code null}. No more of the
 * output is kept than that line. Read by one thread, asked by another.
 */
final class ResultLine {
    /** Of a result, as the API bounds it. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Line NONE = new Line("null", false);

    /** How deep it may be is up to the server, which says so. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private volatile Line latest = NONE;

    void read(InputStream out) throws IOException {
        BoundedLines lines = new BoundedLines(out, MOST_BYTES);
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.cut() || isJson(line.text())) {
                latest = line;
            }
        }
    }

    /** How a command ended that did what it was asked for. */
    Settlement settlement() {
        return latest.cut()
                ? Settlement.reject("The last line of the standard output is longer than a result may be, " + MOST_BYTES
                        + " bytes.")
                : Settlement.complete(latest.text());
    }

    private static boolean isJson(String line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException otherText) {
            return false;
        }
    }
}
