package io.prismq.queue.bootstrap.connection;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a server is asked.
 *
 * @param path with its query
 * @param body JSON; empty where there is none
 * @param knownTag the entity tag of the state that the caller has already; empty where it has none
 */
public record Request(String method, String path, String body, String knownTag) {
    public static Request get(String path) {
        return new Request("GET", path, "", "");
    }

    public static Request post(String path) {
        return new Request("POST", path, "", "");
    }

    public static Request delete(String path) {
        return new Request("DELETE", path, "", "");
    }

    public static Request post(String path, ObjectNode body) {
        return new Request("POST", path, Json.text(body), "");
    }

    public boolean changesNothing() {
        return method.equals("GET");
    }

    /** The same, to be answered 304 while the state has this tag. */
    public Request unless(String tag) {
        return new Request(method, path, body, tag);
    }
}
