package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.AccountId;
import java.util.Optional;

/** Whose things a reader may see. Every query of a page takes one, so that no page can forget whose data it shows. */
public sealed interface Reach {
    Reach EVERYTHING = new Everything();

    static Reach of(AccountId account) {
        return new OneAccount(account);
    }

    /** Empty for all accounts. */
    Optional<AccountId> account();

    /**
     * No further than one account.
     *
     * @throws NotFound if that account is beyond it, as if there were none
     */
    OneAccount within(AccountId account);

    /** All accounts: the operator's. */
    record Everything() implements Reach {
        @Override
        public Optional<AccountId> account() {
            return Optional.empty();
        }

        @Override
        public OneAccount within(AccountId account) {
            return new OneAccount(account);
        }
    }

    /** Those of one account. */
    record OneAccount(AccountId id) implements Reach {
        @Override
        public Optional<AccountId> account() {
            return Optional.of(id);
        }

        @Override
        public OneAccount within(AccountId account) {
            if (!account.equals(id)) {
                throw NotFound.account();
            }
            return this;
        }
    }
}
