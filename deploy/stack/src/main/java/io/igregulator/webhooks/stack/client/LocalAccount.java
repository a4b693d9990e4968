package io.igregulator.webhooks.stack.client;

import io.igregulator.webhooks.id.AccountId;

/** An account of the local stack, with its key in the clear. */
public record LocalAccount(AccountId id, String name, String plan, String apiKey) {
    @Override
    public String toString() {
        return "LocalAccount[" + name + "]";
    }
}
