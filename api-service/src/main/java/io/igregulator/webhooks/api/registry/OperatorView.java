package io.igregulator.webhooks.api.registry;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of an operator.
 *
 * @param statusAt when the status was so
 */
record OperatorView(
        String slug,
        @Nullable String id,
        @JsonProperty("display_name") @Nullable String displayName,
        @Nullable String country,
        @JsonProperty("license_status") @Nullable String licenseStatus,
        @JsonProperty("jurisdiction_code") @Nullable String jurisdictionCode,

        @JsonProperty("status_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant statusAt,

        @JsonProperty("updated_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant updatedAt) {}
