package io.igregulator.webhooks.http;

import java.util.List;
import java.util.Objects;

/**
 * One POST to a receiver.
 *
 * @param body sent as it is; not copied, since the hot path passes the bytes that Kafka delivered
 * @param headers besides {@code Host}, {@code Content-Type}, {@code Content-Length}, {@code Accept} and
 *     {@code User-Agent}, which the sender sets
 */
public record WebhookRequest(Destination destination, byte[] body, List<RequestHeader> headers) {
    public WebhookRequest {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(body, "body");
        headers = List.copyOf(headers);
    }
}
