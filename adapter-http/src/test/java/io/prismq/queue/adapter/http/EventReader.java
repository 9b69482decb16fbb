package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A client that reads server-sent events, as the standard says. */
final class EventReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stood between two empty lines; the words that a comment said stand under the empty name. */
    record Frame(Map<String, String> fields) {
        long id() {
            return Long.parseLong(fields.get("id"));
        }

        String event() {
            return fields.getOrDefault("event", "");
        }

        JsonNode data() {
            return JSON.readTree(fields.get("data"));
        }
    }

    private final InputStream body;
    private final BufferedReader lines;

    private EventReader(InputStream body) {
        this.body = body;
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Begins to listen; the greeting has been read when this returns. */
    static EventReader open(Caller caller, String query, String... headers) {
        try {
            HttpResponse<InputStream> response = HttpClient.newHttpClient()
                    .send(caller.request("/api/queue/events" + query, headers).build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            EventReader reader = new EventReader(response.body());
            assertThat(reader.frame().fields()).containsKey("retry");
            return reader;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The next event; heartbeats are passed over. */
    Frame next() {
        Frame frame = frame();
        while (frame.event().isEmpty()) {
            frame = frame();
        }
        return frame;
    }

    /** Whether the server has ended the stream. */
    boolean hasEnded() {
        try {
            return lines.read() < 0;
        } catch (IOException broken) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Frame frame() {
        try {
            Map<String, String> fields = new HashMap<>();
            for (String line = lines.readLine(); line == null || !line.isEmpty(); line = lines.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the stream has ended");
                }
                String[] field = line.split(": ?", 2);
                fields.put(field[0], field[1]);
            }
            return new Frame(fields);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
