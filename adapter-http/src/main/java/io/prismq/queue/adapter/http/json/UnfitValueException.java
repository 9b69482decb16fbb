package io.prismq.queue.adapter.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A well-formed value that the product does not take; its message is for the caller, its path names the field. */
final class UnfitValueException extends DatabindException {
    private static final long serialVersionUID = 1L;

    UnfitValueException(JsonParser parser, String message) {
        super(parser, message);
    }
}
