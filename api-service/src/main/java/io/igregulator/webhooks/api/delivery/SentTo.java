package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of an event with its endpoint.
 *
 * @param account null once the endpoint was deleted
 */
public record SentTo(@Nullable AccountId account, EndpointId endpoint, DeliveryView delivery) {}
