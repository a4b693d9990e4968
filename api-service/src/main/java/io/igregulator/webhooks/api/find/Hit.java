package io.igregulator.webhooks.api.find;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;

/** What was found. */
public sealed interface Hit {
    /** An id of an event; whether there is one shows its page. */
    record OfEvent(EventId id) implements Hit {}

    record OfDelivery(AccountId account, EndpointId endpoint, DeliveryId id) implements Hit {}

    /** @param url as its owner has set it */
    record OfEndpoint(AccountId account, String accountName, EndpointId id, String url) implements Hit {}

    /** @param name of the account */
    record OfAccount(AccountId id, String name) implements Hit {}

    /** An API key of an account, by its id. */
    record OfKey(AccountId account) implements Hit {}
}
