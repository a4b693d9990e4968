package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.http.RequestHeader;
import io.igregulator.webhooks.http.WebhookRequest;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Composes the request of one attempt. */
final class SignedRequest {
    private SignedRequest() {}

    /** @throws IllegalArgumentException if the endpoint has no active secret left */
    static WebhookRequest of(Delivery delivery, EndpointSnapshot endpoint, Instant now) {
        Message message = new Message(
                delivery.event().toString(),
                delivery.eventType(),
                delivery.id().toString(),
                delivery.nextAttempt(),
                delivery.body());
        List<RequestHeader> headers = new ArrayList<>(SignedHeaders.COUNT);
        SignedHeaders.write(
                message, endpoint.secrets(), now, (name, value) -> headers.add(new RequestHeader(name, value)));
        return new WebhookRequest(endpoint.destination(), delivery.body(), headers);
    }
}
