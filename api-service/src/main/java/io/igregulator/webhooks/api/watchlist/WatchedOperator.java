package io.igregulator.webhooks.api.watchlist;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
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
        @JsonProperty("display_name") String displayName,
        @Nullable String country,

        @JsonProperty("added_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant addedAt,

        @JsonProperty("license_status") @Nullable String licenseStatus,
        @JsonProperty("jurisdiction_code") @Nullable String jurisdictionCode) {}
