package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who owns endpoints, keys and a watchlist.
 *
 * @param requestsPerSecond what was negotiated; null where the plan's own figure holds
 * @param suspendedAt null unless its use of the API is suspended
 * @param deliveriesSuspendedAt null unless its deliveries are suspended
 */
public record Account(
        AccountId id,
        String name,
        Plan plan,
        @Nullable Integer requestsPerSecond,
        @Nullable Instant suspendedAt,
        @Nullable Instant deliveriesSuspendedAt,
        Instant createdAt) {}
