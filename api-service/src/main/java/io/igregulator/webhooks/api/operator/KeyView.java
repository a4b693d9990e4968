package io.igregulator.webhooks.api.operator;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.account.IssuedKey;
import io.igregulator.webhooks.api.web.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as the operator sees it: never itself.
 *
 * @param lastUsedAt null if it never was; up to a minute behind
 */
record KeyView(
        String id,

        @JsonProperty("created_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant createdAt,

        @JsonProperty("last_used_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant lastUsedAt,

        @JsonProperty("revoked_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant revokedAt) {
    static KeyView of(IssuedKey key) {
        return new KeyView(key.id().toString(), key.createdAt(), key.lastUsedAt(), key.revokedAt());
    }
}
