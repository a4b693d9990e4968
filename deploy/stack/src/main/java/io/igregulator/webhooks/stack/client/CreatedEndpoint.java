package io.igregulator.webhooks.stack.client;

import io.igregulator.webhooks.id.EndpointId;

/** What creation answers, the secret included: it is shown only there. */
public record CreatedEndpoint(EndpointId id, String secret) {
    @Override
    public String toString() {
        return "CreatedEndpoint[" + id + "]";
    }
}
