package io.igregulator.webhooks.api.ping;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.http.RequestHeader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent, to verify a signature with.
 *
 * @param headers by name, those that every request has left out, such as {@code Host}
 * @param body exactly as signed
 */
public record SentRequest(Map<String, String> headers, String body) {
    static SentRequest of(List<RequestHeader> headers, Body body) {
        Map<String, String> byName = new LinkedHashMap<>();
        headers.forEach(header -> byName.put(header.name(), header.value()));
        return new SentRequest(byName, new String(body.toBytes(), StandardCharsets.UTF_8));
    }
}
