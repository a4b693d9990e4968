package io.igregulator.webhooks.api.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An event's JSON, laid out for reading.
 *
 * @param bytes how long it is as it is sent
 * @param cut whether only its beginning is shown, as it is sent
 */
public record Payload(String text, int bytes, boolean cut) {
    /** More is for programs. */
    private static final int SHOWN = 64 * 1024;

    static Payload of(byte[] json) {
        return json.length <= SHOWN
                ? new Payload(PrettyJson.of(json), json.length, false)
                : new Payload(new String(Arrays.copyOf(json, SHOWN), StandardCharsets.UTF_8), json.length, true);
    }
}
