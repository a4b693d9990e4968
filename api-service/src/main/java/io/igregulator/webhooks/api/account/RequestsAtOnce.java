package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.RateLimited;
import io.igregulator.webhooks.api.limit.AtOnce;
import io.igregulator.webhooks.api.limit.LimitProperties;
import io.igregulator.webhooks.api.limit.Place;
import io.igregulator.webhooks.id.AccountId;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Bounds the requests that an account has under way, before one of them asks for a database connection. Which account a key is
 * of is known from an earlier request; keys that were not seen yet share one place for the question.
 */
@Component
final class RequestsAtOnce {
    private static final AccountId UNKNOWN = new AccountId(new UUID(0, 0));

    private final AtOnce<AccountId> requests;
    private final RememberedKeys remembered = new RememberedKeys();

    RequestsAtOnce(LimitProperties limits, InstantSource clock) {
        this.requests = AtOnce.requests(limits, clock);
    }

    /** @throws RateLimited if the account has too many already */
    Turn begin(ApiKey key) {
        AccountId account = remembered.account(key).orElse(UNKNOWN);
        return new Turn(key, account, requests.take(account));
    }

    /** One request's. */
    final class Turn implements AutoCloseable {
        private final ApiKey key;
        private final AccountId account;
        private Place place;

        private Turn(ApiKey key, AccountId account, Place place) {
            this.key = key;
            this.account = account;
            this.place = place;
        }

        /** @throws RateLimited if it is another account than was thought, and that has too many already */
        void isOf(AccountId actual) {
            if (!actual.equals(account)) {
                remembered.add(key, actual);
                place.close();
                // Closed twice otherwise, if the next is refused.
                place = () -> {};
                place = requests.take(actual);
            }
        }

        @Override
        public void close() {
            place.close();
        }
    }
}
