package io.igregulator.webhooks.stack.receiver;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import io.igregulator.webhooks.signature.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests as the platform itself signs them. */
final class Requests {
    static final String OLD = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE";
    static final String NEW = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY";
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00.250Z");
    static final byte[] BODY = """
            {"event": "license.issued", "event_id": "evt_01JD7Z0000000000000000000A", "data": {}}""".getBytes(StandardCharsets.UTF_8);

    private Requests() {}

    static Map<String, String> headers(Instant signedAt, String... secretsNewestFirst) {
        var headers = new HashMap<String, String>();
        headers.put("content-type", "application/json");
        List<SigningSecret> secrets = Arrays.stream(secretsNewestFirst)
                .map(text -> SigningSecret.of(text, null))
                .toList();
        SignedHeaders.write(
                new Message("evt_01JD7Z0000000000000000000A", "license.issued", "some-delivery", 1, Body.of(BODY)),
                secrets,
                signedAt,
                (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    static ReceivedRequest received(Map<String, String> headers, byte[] body) {
        return new ReceivedRequest("hook", headers, body, NOW);
    }
}
