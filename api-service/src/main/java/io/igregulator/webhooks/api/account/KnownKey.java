package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.error.PaymentRequired;
import io.igregulator.webhooks.api.error.Unauthenticated;

/** A key that was issued once, with all that decides whether it still opens the door. */
record KnownKey(Caller caller, boolean revoked, boolean suspended) {
    /** @throws ApiError unless the key is in force */
    Caller admit() {
        if (revoked) {
            throw Unauthenticated.revoked();
        }
        if (suspended) {
            throw new PaymentRequired();
        }
        return caller;
    }
}
