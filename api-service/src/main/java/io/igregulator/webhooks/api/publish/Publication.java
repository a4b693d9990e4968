package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.id.EventId;

/** What became of one event. */
record Publication(EventId event, Status status) {
    /** Either way it is durable. */
    enum Status {
        ACCEPTED,
        DUPLICATE
    }
}
