package io.igregulator.webhooks.http;

import io.igregulator.webhooks.event.Body;
import java.util.List;
import java.util.Objects;

/**
 * One POST to a receiver.
 *
 * @param body sent as it is
 * @param headers besides {@code Host}, {@code Content-Type}, {@code Content-Length}, {@code Accept} and
 *     {@code User-Agent}, which the sender sets
 */
public record WebhookRequest(Destination destination, Body body, List<RequestHeader> headers) {
    public WebhookRequest {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(body, "body");
        headers = List.copyOf(headers);
    }
}
