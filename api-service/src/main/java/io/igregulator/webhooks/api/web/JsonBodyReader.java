package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import io.igregulator.webhooks.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body: media type first, then the size, then strict JSON. */
final class JsonBodyReader {
    private static final int MAX_BYTES = 64 * 1024;

    /** No body of ours nests deeper than an array in an object. */
    private static final int MAX_DEPTH = 16;

    private final JsonMapper json = StrictJson.upToDepth(MAX_DEPTH);

    /** @throws ApiError unless the body is one JSON object of at most 64 KiB */
    JsonBody read(HttpServletRequest request) throws IOException {
        byte[] bytes = bytes(request);
        if (bytes.length == 0) {
            throw InvalidRequest.unreadable("a JSON object is required as the body");
        }
        return read(bytes, request);
    }

    /**
     * A null is what some clients send for none.
     *
     * @throws ApiError if there is a body that {@link #read(HttpServletRequest)} refuses
     */
    OptionalBody readIfAny(HttpServletRequest request) throws IOException {
        byte[] bytes = bytes(request);
        boolean none = bytes.length == 0
                || isNull(bytes)
                || object(bytes).filter(JsonBody::isEmpty).isPresent();
        return new OptionalBody(none ? new JsonBody(json.createObjectNode()) : read(bytes, request));
    }

    private JsonBody read(byte[] bytes, HttpServletRequest request) {
        if (!MediaTypes.isJson(request.getContentType())) {
            throw UnsuitableRequest.mediaType();
        }
        return body(tree(StrictUtf8.decode(bytes)))
                .orElseThrow(() -> InvalidRequest.unreadable("the body is not a JSON object"));
    }

    /**
     * An object without fields passes: clients that always send JSON send that.
     *
     * @throws InvalidRequest if there is anything to read
     */
    void requireNone(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw noBody();
        }
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > 0) {
            object(bytes).orElseThrow(JsonBodyReader::noBody).allowOnly();
        }
    }

    private static InvalidRequest noBody() {
        return InvalidRequest.unreadable("the route takes no body");
    }

    private boolean isNull(byte[] bytes) {
        try {
            return json.readTree(bytes).isNull();
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Empty unless the bytes are one JSON object. */
    Optional<JsonBody> object(byte[] bytes) {
        try {
            return body(json.readTree(bytes));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonBody> body(JsonNode root) {
        return root instanceof ObjectNode object ? Optional.of(new JsonBody(object)) : Optional.empty();
    }

    /** One byte more than allowed proves a chunked body too long; the rest stays unread. */
    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw UnsuitableRequest.tooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw UnsuitableRequest.tooLarge();
        }
        return bytes;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            // Its message quotes the body.
            throw InvalidRequest.unreadable("the body is not valid JSON" + at(e));
        }
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
