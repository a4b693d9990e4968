package io.igregulator.webhooks.api.operator;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.web.Timestamps;
import java.time.Instant;

/**
 * An endpoint whose circuit is not closed.
 *
 * @param host of its URL; the rest may carry the receiver's own credentials
 * @param openedAt since when, over all probes that failed meanwhile
 * @param openings how often in a row it opened
 * @param probeAt when the next probe may go out; once past, a delivery is its probe
 * @param degraded whether its owner has been told
 * @param waiting deliveries of it that wait
 */
record CircuitView(
        @JsonProperty("endpoint_id") String endpointId,
        @JsonProperty("account_id") String accountId,
        String host,

        @JsonProperty("opened_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant openedAt,

        int openings,

        @JsonProperty("probe_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant probeAt,

        @JsonProperty("last_error") String lastError,
        boolean degraded,
        long waiting) {}
