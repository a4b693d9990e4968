package io.igregulator.webhooks.stack.receiver;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One POST as it came in.
 *
 * @param hook which of the receiver's addresses it came to
 * @param headers by lower-case name
 */
record ReceivedRequest(String hook, Map<String, String> headers, byte[] body, Instant receivedAt) {
    ReceivedRequest {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
