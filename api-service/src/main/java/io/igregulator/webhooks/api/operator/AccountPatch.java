package io.igregulator.webhooks.api.operator;

import static io.igregulator.webhooks.api.operator.AccountFields.NAME;
import static io.igregulator.webhooks.api.operator.AccountFields.PLAN;
import static io.igregulator.webhooks.api.operator.AccountFields.REQUESTS_PER_SECOND;
import static io.igregulator.webhooks.api.operator.AccountFields.SUSPENDED;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.Plan;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a change to an account: null is a field that was not mentioned. */
record AccountPatch(
        @Nullable String name,
        @Nullable Plan plan,
        @Nullable NegotiatedRate negotiated,
        @Nullable Boolean suspended) {
    static AccountPatch of(JsonBody body) {
        body.allowOnly(NAME, PLAN, REQUESTS_PER_SECOND, SUSPENDED);
        return new AccountPatch(
                body.optional(NAME).map(AccountFields::name).orElse(null),
                body.optional(PLAN).map(AccountFields::plan).orElse(null),
                body.optional(REQUESTS_PER_SECOND)
                        .map(AccountFields::requestsPerSecond)
                        .orElse(null),
                body.optional(SUSPENDED).map(JsonField::flag).orElse(null));
    }

    Account applyTo(Account current, Instant now) {
        return new Account(
                current.id(),
                name == null ? current.name() : name,
                plan == null ? current.plan() : plan,
                negotiated == null ? current.requestsPerSecond() : negotiated.perSecond(),
                suspendedAt(current.suspendedAt(), now),
                current.createdAt());
    }

    /** Suspending again keeps the first time. */
    private @Nullable Instant suspendedAt(@Nullable Instant current, Instant now) {
        if (suspended == null) {
            return current;
        }
        if (!suspended) {
            return null;
        }
        return current == null ? now : current;
    }
}
