package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.account.Actor.KeyHolder;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.Forbidden;
import io.igregulator.webhooks.api.error.PaymentRequired;
import io.igregulator.webhooks.api.error.Unauthenticated;
import io.igregulator.webhooks.api.limit.RequestRate;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that was issued once, with all that decides whether it still opens the door.
 *
 * @param agreed whether the rate is the plan's or the account's; otherwise it is the ceiling for all others
 * @param limit null where the key is not in force
 */
record KnownKey(
        KeyId id,
        AccountId account,
        Plan plan,
        Scope scope,
        boolean revoked,
        boolean expired,
        boolean suspended,
        boolean agreed,
        @Nullable RequestRate limit) {
    Optional<RequestRate> rate() {
        return Optional.ofNullable(limit);
    }

    /** The rate that each answer reports to the caller. */
    Optional<RequestRate> agreedRate() {
        return agreed ? rate() : Optional.empty();
    }

    /** @throws ApiError unless the key is in force */
    Caller admit(String remoteAddress) {
        if (revoked) {
            throw Unauthenticated.revoked();
        }
        if (expired) {
            throw Unauthenticated.expired();
        }
        if (suspended) {
            throw new PaymentRequired();
        }
        return new Caller(account, plan, new KeyHolder(id, remoteAddress));
    }

    /** @throws ApiError if a request of this method changes something and the key only reads */
    void requireScope(String method) {
        if (!scope.allows(method)) {
            throw Forbidden.readOnlyKey();
        }
    }
}
