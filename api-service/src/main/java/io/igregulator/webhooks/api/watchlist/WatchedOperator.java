package io.igregulator.webhooks.api.watchlist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contract's entry of a watchlist.
 *
 * @param id the slug as long as the registry does not know the operator
 * @param displayName the slug as long as the registry knows none
 * @param jurisdictionCode the one that the status is about
 */
record WatchedOperator(
        String id,
        String slug,
        String displayName,
        @Nullable String country,
        Instant addedAt,
        @Nullable String licenseStatus,
        @Nullable String jurisdictionCode) {}
