package io.prismq.queue.adapter.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A browser without scripts: it has cookies, sends forms, and goes where it is sent. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([A-Za-z0-9_-]+)\"");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

    private final Caller caller;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Browser(Caller caller) {
        this.caller = caller;
    }

    Answer get(String path, String... headers) {
        return keepCookies(caller.send(request(path, headers).GET().build()));
    }

    /** Sends a form of a page that it has looked at before, and stays where that leads. */
    Answer submit(String path, String... fields) {
        return post(path, token(), fields);
    }

    /** Sends a form and looks at the page that it leads to. */
    Answer submitAndFollow(String path, String... fields) {
        return get(submit(path, fields).has(303).header("Location")).has(200);
    }

    Answer post(String path, String token, String... fields) {
        return send(request(path), form(fields) + "&csrf=" + encode(token));
    }

    Answer send(HttpRequest.Builder request, String form) {
        return keepCookies(caller.send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build()));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = caller.request(path, headers)
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        return cookies.isEmpty() ? request : request.header("Cookie", cookies());
    }

    /** As it sends them. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    String token() {
        return token(get("/enqueue"));
    }

    /** What proves that a form of the page is one of the server's. */
    static String token(Answer page) {
        Matcher token = TOKEN.matcher(page.has(200).text());
        if (!token.find()) {
            throw new AssertionError("the form has no token");
        }
        return token.group(1);
    }

    void hasCookie(String name, String value) {
        cookies.put(name, value);
    }

    static String title(Answer page) {
        Matcher title = TITLE.matcher(page.text());
        return title.find() ? title.group(1) : "";
    }

    /** Pairs of names and values. */
    static String form(String... fields) {
        return IntStream.range(0, fields.length / 2)
                .mapToObj(pair -> fields[2 * pair] + "=" + encode(fields[2 * pair + 1]))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer keepCookies(Answer answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
