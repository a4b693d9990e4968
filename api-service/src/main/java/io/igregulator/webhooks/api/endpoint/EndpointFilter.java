package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Which of an account's endpoints are asked for: null is any.
 *
 * @param event that they subscribe to, by a wildcard or by name
 * @param text part of their name or URL, in any case
 */
record EndpointFilter(
        @Nullable Boolean active,
        @Nullable EventType event,
        @Nullable String text) {}
