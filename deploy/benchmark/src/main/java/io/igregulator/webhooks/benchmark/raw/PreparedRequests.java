package io.igregulator.webhooks.benchmark.raw;

import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.secret.SecretText;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import io.igregulator.webhooks.signature.SigningSecret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Makes one request per URL with its body and signatures, so that only the exchange is left to measure. */
final class PreparedRequests {
    private final SecureRandom random = new SecureRandom();
    private final EventBodies bodies;

    PreparedRequests(int bodyBytes) {
        this.bodies = new EventBodies(bodyBytes, random);
    }

    List<RawRequest> to(List<String> urls) {
        return urls.stream().map(url -> request(URI.create(url))).toList();
    }

    private RawRequest request(URI url) {
        var now = Instant.now();
        var event = EventId.create(now, random);
        byte[] body = bodies.body(event, now, 0);
        var delivery = DeliveryId.of(event, new EndpointId(UUID.randomUUID()));
        var message = new Message(event.toString(), EventBodies.TYPE.wireName(), delivery.toString(), 1, Body.of(body));
        var secret = SigningSecret.of(SecretText.create(random).reveal(), null);
        var headers = new LinkedHashMap<String, String>();
        SignedHeaders.write(message, List.of(secret), now, headers::put);
        return new RawRequest(url, body, headers);
    }
}
