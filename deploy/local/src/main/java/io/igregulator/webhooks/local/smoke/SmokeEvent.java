package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.stack.event.OutgoingEvent;
import java.util.Optional;

/**
 * A published event.
 *
 * @param degraded the endpoint that {@code webhook.endpoint_degraded} is about
 */
record SmokeEvent(OutgoingEvent event, Optional<SmokeEndpoint> degraded) {
    String id() {
        return event.id().toString();
    }
}
