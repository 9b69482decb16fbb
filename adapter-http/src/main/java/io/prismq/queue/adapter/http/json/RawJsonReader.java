package io.prismq.queue.adapter.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Cuts a value out of the text that is being read, after a look at its depth and its characters. */
final class RawJsonReader extends StdDeserializer<RawJson> {
    /** The attribute of a read that holds its whole text: the parser knows places in it. */
    static final Object SOURCE = RawJsonReader.class;

    RawJsonReader() {
        super(RawJson.class);
    }

    @Override
    public RawJson deserialize(JsonParser parser, DeserializationContext context) {
        String source = (String) context.getAttribute(SOURCE);
        int start = (int) parser.currentTokenLocation().getCharOffset();
        skipValue(parser);
        int end = (int) parser.currentLocation().getCharOffset();
        String text = source.substring(start, end);
        if (text.contains("\\u")) {
            requireFitCharacters(parser, text);
        }
        return new RawJson(text);
    }

    private static void skipValue(JsonParser parser) {
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            if (token.isStructStart() && ++depth > RawJson.MAX_DEPTH) {
                throw new UnfitValueException(parser, "must not nest deeper than " + RawJson.MAX_DEPTH + " levels");
            }
            if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                parser.finishToken();
                return;
            }
        }
    }

    private static void requireFitCharacters(JsonParser parser, String text) {
        try (JsonParser values =
                parser.objectReadContext().tokenStreamFactory().createParser(parser.objectReadContext(), text)) {
            for (JsonToken token = values.nextToken(); token != null; token = values.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                    Characters.requireFit(parser, values.getString());
                }
            }
        }
    }
}
