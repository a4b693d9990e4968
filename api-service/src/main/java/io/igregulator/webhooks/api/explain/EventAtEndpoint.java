package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.delivery.DeliveryView;
import io.igregulator.webhooks.id.EndpointId;
import org.jspecify.annotations.Nullable;

/** An event at one endpoint: its delivery, or why there is none. */
public record EventAtEndpoint(
        String endpointId,
        @Nullable DeliveryView delivery,
        @Nullable NotSent notSent) {
    static EventAtEndpoint sent(DeliveryView delivery) {
        return new EventAtEndpoint(delivery.webhookId().toString(), delivery, null);
    }

    static EventAtEndpoint notSent(EndpointId endpoint, NotSent why) {
        return new EventAtEndpoint(endpoint.toString(), null, why);
    }
}
