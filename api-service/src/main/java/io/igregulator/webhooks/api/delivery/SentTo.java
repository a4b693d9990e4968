package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of an event with the account that it is for.
 *
 * @param account null once the endpoint was deleted
 */
public record SentTo(@Nullable AccountId account, DeliveryView delivery) {
    SentTo under(Map<EndpointId, EndpointHold> holds) {
        return new SentTo(account, delivery.under(holds.getOrDefault(delivery.webhookId(), EndpointHold.NONE)));
    }
}
