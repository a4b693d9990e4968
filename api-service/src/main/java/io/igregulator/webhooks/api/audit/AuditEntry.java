package io.igregulator.webhooks.api.audit;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change, as the operator reads it.
 *
 * @param accountId null where no single account is concerned
 * @param target what was changed: an id or a slug
 * @param changes field to {@code from} and {@code to}; a field whose values are not told has neither
 */
record AuditEntry(
        String id,

        @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant at,

        @JsonProperty("account_id") @Nullable String accountId,
        Actor actor,
        String action,
        String target,
        JsonNode changes) {
    /**
     * Who made it.
     *
     * @param type {@code api_key}, {@code operator} or {@code worker}
     * @param keyId which key, where it was one
     * @param remoteAddress null for a worker, whom nobody called
     */
    record Actor(
            String type,
            @JsonProperty("key_id") @Nullable String keyId,
            @JsonProperty("remote_address") @Nullable String remoteAddress) {}
}
