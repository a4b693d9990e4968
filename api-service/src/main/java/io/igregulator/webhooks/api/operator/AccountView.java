package io.igregulator.webhooks.api.operator;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.web.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as the operator sees it. */
record AccountView(
        String id,
        String name,
        String plan,
        @JsonProperty("requests_per_second") @Nullable Integer requestsPerSecond,
        boolean suspended,

        @JsonProperty("suspended_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC) @Nullable
        Instant suspendedAt,

        @JsonProperty("created_at") @JsonFormat(pattern = Timestamps.MILLIS, timezone = Timestamps.UTC)
        Instant createdAt) {
    static AccountView of(Account account) {
        return new AccountView(
                account.id().toString(),
                account.name(),
                account.plan().wireName(),
                account.requestsPerSecond(),
                account.suspendedAt() != null,
                account.suspendedAt(),
                account.createdAt());
    }
}
