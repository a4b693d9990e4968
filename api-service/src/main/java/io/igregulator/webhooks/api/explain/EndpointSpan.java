package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.event.RecipientTerms;
import java.time.Instant;

/** An endpoint's settings from a time on, until the next span. */
record EndpointSpan(Instant from, RecipientTerms terms) {}
