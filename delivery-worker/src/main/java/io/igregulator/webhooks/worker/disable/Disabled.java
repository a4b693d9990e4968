package io.igregulator.webhooks.worker.disable;

import io.igregulator.webhooks.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An endpoint's row after it became inactive. */
record Disabled(
        AccountId account,
        long version,
        String url,
        Instant failingSince,
        @Nullable Instant lastDeliveredAt) {}
