package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.id.AccountId;
import java.util.UUID;

/**
 * A place in the order of accounts: by name, whatever its case, then by id.
 *
 * @param name as the account had it when it was listed
 */
public record AccountPosition(String name, AccountId id) {
    /** Before every account there is, since none has an empty name. */
    public static final AccountPosition START = new AccountPosition("", new AccountId(new UUID(0, 0)));

    public static AccountPosition of(Account account) {
        return new AccountPosition(account.name(), account.id());
    }
}
