package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.account.Actor.KeyHolder;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.PaymentRequired;
import io.igregulator.webhooks.api.error.Unauthenticated;
import io.igregulator.webhooks.api.limit.RequestRate;
import io.igregulator.webhooks.id.AccountId;
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
        boolean revoked,
        boolean suspended,
        boolean agreed,
        @Nullable RequestRate limit) {
    Optional<RequestRate> rate() {
        return Optional.ofNullable(limit);
    }

    /** The rate that callers hear of with each answer. */
    Optional<RequestRate> agreedRate() {
        return agreed ? rate() : Optional.empty();
    }

    /** @throws ApiError unless the key is in force */
    Caller admit(String remoteAddress) {
        if (revoked) {
            throw Unauthenticated.revoked();
        }
        if (suspended) {
            throw new PaymentRequired();
        }
        return new Caller(account, plan, new KeyHolder(id, remoteAddress));
    }
}
