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
 * Bounds the requests that an account has under way, before one of them asks for a database connection. Which account a
 * credential is of is known from an earlier request; those that were not seen yet share one place for the question.
 */
@Component
public final class RequestsAtOnce {
    private static final AccountId UNKNOWN = new AccountId(new UUID(0, 0));

    private final AtOnce<AccountId> requests;
    private final RememberedCredentials remembered = new RememberedCredentials();

    RequestsAtOnce(LimitProperties limits, InstantSource clock) {
        this.requests = AtOnce.requests(limits, clock);
    }

    /**
     * @param sha256 of the credential
     * @throws RateLimited if the account has too many already
     */
    public Turn begin(byte[] sha256) {
        AccountId account = remembered.account(sha256).orElse(UNKNOWN);
        return new Turn(sha256, account, requests.take(account));
    }

    /** One request's. */
    public final class Turn implements AutoCloseable {
        private final byte[] sha256;
        private final AccountId account;
        private Place place;

        private Turn(byte[] sha256, AccountId account, Place place) {
            this.sha256 = sha256;
            this.account = account;
            this.place = place;
        }

        /** @throws RateLimited if it is another account than was thought, and that has too many already */
        public void isOf(AccountId actual) {
            if (!actual.equals(account)) {
                remembered.add(sha256, actual);
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
