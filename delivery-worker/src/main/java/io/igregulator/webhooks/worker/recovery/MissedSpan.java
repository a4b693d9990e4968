package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;

/**
 * Which stored events are looked at, and for which endpoint.
 *
 * @param account the endpoint's
 * @param oldest events with an earlier time of their own are not looked at: their deliveries may be dropped already
 * @param until events that were stored later are not looked at
 * @param below nor are those of transactions from this one on; unsigned
 */
record MissedSpan(EndpointId endpoint, AccountId account, Instant oldest, Instant until, long below) {}
