package io.igregulator.webhooks.worker.attempt;

import io.igregulator.webhooks.event.TraceParent;
import io.igregulator.webhooks.http.RequestHeader;
import io.igregulator.webhooks.http.WebhookRequest;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.endpoint.EndpointSnapshot;
import io.igregulator.webhooks.worker.trace.AttemptTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes the request of one attempt. */
final class SignedRequest {
    private SignedRequest() {}

    /**
     * @param trace its header is sent and not signed
     * @throws IllegalArgumentException if the endpoint has no active secret left
     */
    static WebhookRequest of(Delivery delivery, EndpointSnapshot endpoint, Instant now, @Nullable AttemptTrace trace) {
        Message message = new Message(
                delivery.event().toString(),
                delivery.eventType(),
                delivery.id().toString(),
                delivery.nextAttempt(),
                delivery.body());
        List<RequestHeader> headers = new ArrayList<>(SignedHeaders.COUNT + 1);
        SignedHeaders.write(
                message, endpoint.secrets(), now, (name, value) -> headers.add(new RequestHeader(name, value)));
        if (trace != null && trace.header() != null) {
            headers.add(new RequestHeader(TraceParent.HEADER, trace.header()));
        }
        return new WebhookRequest(endpoint.destination(), delivery.body(), headers);
    }
}
