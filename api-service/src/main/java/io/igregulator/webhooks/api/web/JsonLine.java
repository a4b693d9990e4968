package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import tools.jackson.databind.node.ObjectNode;

/** Reads one line of a body with one JSON object per line, as strictly as a whole body. */
public final class JsonLine {
    private static final JsonBodyReader READER = new JsonBodyReader();

    private JsonLine() {}

    /** @throws InvalidRequest unless the line is one JSON object */
    public static JsonBody parse(byte[] line) {
        return READER.object(line).orElseThrow(() -> InvalidRequest.unreadable("not one JSON object"));
    }

    /** @throws InvalidRequest unless it is one JSON object */
    public static ObjectNode object(byte[] text) {
        return parse(text).root();
    }
}
