package io.igregulator.webhooks.http;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * One POST to a receiver.
 *
 * @param body sent as it is; not copied, since the hot path passes the bytes that Kafka delivered
 * @param headers besides {@code Content-Type} and {@code User-Agent}, which the sender sets
 */
public record WebhookRequest(URI uri, byte[] body, List<RequestHeader> headers) {
    public WebhookRequest {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(body, "body");
        headers = List.copyOf(headers);
    }
}
