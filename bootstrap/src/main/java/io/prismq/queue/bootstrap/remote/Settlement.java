package io.prismq.queue.bootstrap.remote;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * How a run ended, as the server is told.
 *
 * @param action the last part of the path
 * @param fields of the body, beside the lease token
 */
record Settlement(String action, ObjectNode fields) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Done, with a result in JSON that is sent as it is. */
    static Settlement complete(String result) {
        return new Settlement("complete", JSON.createObjectNode().putRawValue("result", new RawValue(result)));
    }

    /** Failed, and to be tried again while attempts are left. */
    static Settlement fail(String message) {
        return new Settlement("fail", JSON.createObjectNode().put("error_message", message));
    }

    /** Failed, and no further attempt would end otherwise. */
    static Settlement reject(String message) {
        return new Settlement(
                "fail", JSON.createObjectNode().put("error_message", message).put("retryable", false));
    }

    /** Given back; the attempt does not count. */
    static Settlement release() {
        return new Settlement("release", JSON.createObjectNode());
    }

    /** The same with what the command ended with, for the log of the task. */
    Settlement withExitCode(int exitCode) {
        ObjectNode told = fields.deepCopy();
        told.putObject("error_details").put("exit_code", exitCode);
        return new Settlement(action, told);
    }

    boolean isFailure() {
        return action.equals("fail");
    }

    boolean hasResult() {
        return fields.has("result");
    }

    ObjectNode body(String leaseToken) {
        return JSON.createObjectNode().put("lease_token", leaseToken).setAll(fields);
    }
}
