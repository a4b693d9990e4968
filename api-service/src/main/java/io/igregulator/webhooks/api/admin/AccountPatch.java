package io.igregulator.webhooks.api.admin;

import static io.igregulator.webhooks.api.admin.AccountFields.DELIVERIES_SUSPENDED;
import static io.igregulator.webhooks.api.admin.AccountFields.NAME;
import static io.igregulator.webhooks.api.admin.AccountFields.NOTIFY_URL;
import static io.igregulator.webhooks.api.admin.AccountFields.PLAN;
import static io.igregulator.webhooks.api.admin.AccountFields.REQUESTS_PER_SECOND;
import static io.igregulator.webhooks.api.admin.AccountFields.SUSPENDED;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.Plan;
import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a change to an account: null is a field that was not mentioned. */
record AccountPatch(
        @Nullable String name,
        @Nullable Plan plan,
        @Nullable Given<Integer> negotiated,
        @Nullable Boolean suspended,
        @Nullable Boolean deliveriesSuspended,
        @Nullable Given<String> notifyUrl) {
    static AccountPatch of(JsonBody body) {
        body.allowOnly(NAME, PLAN, REQUESTS_PER_SECOND, SUSPENDED, DELIVERIES_SUSPENDED, NOTIFY_URL);
        return new AccountPatch(
                body.optional(NAME).map(AccountFields::name).orElse(null),
                body.optional(PLAN).map(AccountFields::plan).orElse(null),
                body.optional(REQUESTS_PER_SECOND)
                        .map(AccountFields::requestsPerSecond)
                        .orElse(null),
                body.optional(SUSPENDED).map(JsonField::flag).orElse(null),
                body.optional(DELIVERIES_SUSPENDED).map(JsonField::flag).orElse(null),
                body.optional(NOTIFY_URL).map(AccountFields::notifyUrl).orElse(null));
    }

    Account applyTo(Account current, Instant now) {
        return new Account(
                current.id(),
                name == null ? current.name() : name,
                plan == null ? current.plan() : plan,
                negotiated == null ? current.requestsPerSecond() : negotiated.value(),
                since(suspended, current.suspendedAt(), now),
                since(deliveriesSuspended, current.deliveriesSuspendedAt(), now),
                current.createdAt());
    }

    /** Suspending again keeps the first time. */
    private static @Nullable Instant since(@Nullable Boolean suspended, @Nullable Instant current, Instant now) {
        if (suspended == null) {
            return current;
        }
        if (!suspended) {
            return null;
        }
        return current == null ? now : current;
    }
}
