package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;

/**
 * Whose key the request carries. A controller of {@code /v1} that declares a parameter of this type gets it.
 *
 * @param actor the key itself and where it is used from, for the audit log
 */
public record Caller(AccountId account, Plan plan, Actor actor) {
    /** The request attribute that carries it from the filter to the controller. */
    static final String ATTRIBUTE = Caller.class.getName();
}
