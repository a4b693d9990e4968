package io.igregulator.webhooks.event;

import io.igregulator.webhooks.hash.Sha256;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The id of the trace of an event that came without one, and of all its retries: the first 16 bytes of SHA-256 of the event's id as
 * text. Nothing is stored, and the trace is found from the event's id.
 */
public final class EventTrace {
    private static final int BYTES = 16;

    private EventTrace() {}

    public static String id(EventId event) {
        return HexFormat.of().formatHex(Sha256.of(event.toString().getBytes(StandardCharsets.US_ASCII)), 0, BYTES);
    }
}
