package io.prismq.queue.bootstrap.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests: what the document shows, with something wrong. */
final class Forge {
    private static final Pattern URI_CHARACTERS = Pattern.compile("[!$-;=?-\\[\\]_a-z|~]*");
    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X");

    /** Each is one or more lines. */
    private static final List<String> ODD = List.of(
            "X-HTTP-Method-Override: DELETE",
            "Origin: http://evil.example",
            "Origin: null",
            "Host: evil.example",
            "Cookie: session=../../x; session=\"; a=b;;=;",
            "Accept: text/html",
            "Accept: */*;q=abc, ,;,/",
            "Accept-Encoding: gzip;q=-1, br, *",
            "Authorization: Bearer prismq_000000000000_0000000000000000000000000000000000000000000",
            "Authorization: Basic Og==",
            "Authorization: Bearer",
            "If-None-Match: *",
            "If-None-Match: \"",
            "Last-Event-ID: -1",
            "Last-Event-ID: 9223372036854775808",
            "Range: bytes=0-0,-1",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: ;;;=",
            "Content-Encoding: gzip",
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Expect: 100-continue",
            "Expect: nothing",
            "Forwarded: for=\"[::1]\";host=evil.example;proto=https",
            "X-Forwarded-For: 127.0.0.1, \u00e9",
            "Idempotency-Key: ",
            "Idempotency-Key: a\r\nIdempotency-Key: b",
            "traceparent: 00-zz-00-00",
            "Content-Language: \u00ff\u0100");

    /** No HTTP, or a lie about the length. */
    private static final List<String> BROKEN = List.of(
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 1, 2",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked\r\nTransfer-Encoding: identity",
            "Host: a\r\nHost: b",
            "Host: [::1",
            "Host:",
            "No colon at all",
            " folded: line",
            "X: a\0b",
            ": nameless",
            "X: " + "z".repeat(20_000));

    private final List<Endpoint> endpoints;
    private final Samples samples;
    private final Random random;
    private final Hostile hostile;
    private final Mutation mutation;

    Forge(JsonNode document, Memory memory, Random random) {
        this.endpoints = Endpoint.allOf(document);
        this.samples = new Samples(document, memory, random);
        this.random = random;
        this.hostile = new Hostile(random);
        this.mutation = new Mutation(random, hostile);
    }

    Forged next() {
        samples.turn();
        Endpoint endpoint = hostile.any(endpoints);
        String path = endpoint.path();
        List<String> query = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of("Host: localhost"));
        for (JsonNode parameter : endpoint.parameters()) {
            String name = parameter.get("name").asString();
            switch (parameter.get("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", value(name, parameter));
                case "query" -> addSometimes(query, name + "=" + value(name, parameter));
                default -> addSometimes(lines, name + ": " + value(name, parameter));
            }
        }
        if (random.nextInt(30) == 0) {
            query.add(encoded(hostile.word()) + "=" + encoded(hostile.word()));
        }
        byte[] body = endpoint.body().isMissingNode() && random.nextInt(30) > 0 ? new byte[0] : body(endpoint);
        if (body.length > 0 || !endpoint.method().equals("GET")) {
            lines.add("Content-Type: application/json");
            lines.add("Content-Length: " + body.length);
        }
        return request(endpoint.method(), path + (query.isEmpty() ? "" : "?" + String.join("&", query)), lines, body);
    }

    private Forged request(String usual, String target, List<String> lines, byte[] body) {
        String method = random.nextInt(25) == 0 ? hostile.any(METHODS) : usual;
        if (random.nextInt(8) == 0) {
            add(lines, hostile.any(ODD));
        }
        boolean broken = random.nextInt(40) == 0;
        if (broken) {
            add(lines, hostile.any(BROKEN));
        }
        String version =
                random.nextInt(200) == 0 ? hostile.any(List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9", "")) : "HTTP/1.1";
        String head = method + " " + target + " " + version + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
        boolean sound = !broken
                && version.equals("HTTP/1.1")
                && !method.equals("CONNECT")
                && lines.stream().allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c != 0x7f))
                && body.length < 1 << 19
                && URI_CHARACTERS.matcher(target).matches();
        return new Forged(head, body, sound);
    }

    /** In the place of the same header, as a rule. */
    private void add(List<String> lines, String odd) {
        if (random.nextInt(5) > 0) {
            String name = odd.substring(0, odd.indexOf(':') + 1);
            lines.removeIf(line -> line.startsWith(name));
        }
        lines.addAll(List.of(odd.split("\r\n")));
    }

    private void addSometimes(List<String> parts, String part) {
        if (random.nextInt(3) > 0) {
            parts.add(part);
        }
    }

    private byte[] body(Endpoint endpoint) {
        if (random.nextInt(5) > 0 || !endpoint.body().has("example")) {
            return mutation.of(samples.of("body", endpoint.body().path("schema")));
        }
        JsonNode example = endpoint.body().get("example").deepCopy();
        if (example instanceof ObjectNode object) {
            object.remove("wait_seconds");
        }
        return mutation.of(example);
    }

    private String value(String name, JsonNode parameter) {
        if (random.nextInt(4) > 0) {
            JsonNode value = samples.of(name, parameter.get("schema"));
            return value.isString() ? encoded(value.asString()) : value.toString();
        }
        String word = hostile.word();
        return switch (random.nextInt(6)) {
            case 0 -> word;
            case 1 -> encoded(encoded(word));
            default -> encoded(word);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
