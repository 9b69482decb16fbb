package io.prismq.queue.adapter.http;

import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.adapter.http.task.Requirements;
import io.prismq.queue.domain.task.Capabilities;

/** What a worker offers, read as the API reads it, so that it meets what clients ask for in the same words. */
public final class CapabilitiesJson {
    private CapabilitiesJson() {}

    /**
     * Reads an offer.
     *
     * @param object a JSON object
     */
    public static Capabilities read(String object) {
        return Requirements.capabilities(new RawJson(object));
    }
}
