package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.Base64;

/** What the {@code cursor} parameter of a listing holds: a few bytes in base64url, opaque to clients. */
public final class Cursor {
    private static final String PARAMETER = QueryParameters.CURSOR;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursor() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** @throws InvalidRequest unless {@link #encode} could have made the text of that many bytes */
    public static byte[] decode(String text, int min, int max) {
        byte[] bytes = decode(text);
        if (bytes.length < min || bytes.length > max || !encode(bytes).equals(text)) {
            throw foreign();
        }
        return bytes;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    /** The refusal of a cursor that the route never returned. */
    public static InvalidRequest foreign() {
        return InvalidRequest.pagination(PARAMETER, "'" + PARAMETER + "' is not a cursor that this route returned");
    }
}
