package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.watchlist.OperatorSlug;
import io.igregulator.webhooks.api.watchlist.WatchlistWriter;
import io.igregulator.webhooks.id.AccountId;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code …/accounts/{account_id}/watchlist/{operator_slug}}: sets what an account watches, past the plan's cap. */
@RestController
final class WatchlistController {
    private static final String ONE = "/operator/v1/accounts/{account_id}/watchlist/{operator_slug}";
    private static final String FIELD = "operator_slug";

    private final AccountStore accounts;
    private final WatchlistWriter watchlist;
    private final InstantSource clock;

    WatchlistController(AccountStore accounts, WatchlistWriter watchlist, InstantSource clock) {
        this.accounts = accounts;
        this.watchlist = watchlist;
        this.clock = clock;
    }

    @PutMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(AccountId account, @PathVariable(FIELD) String slug) {
        OperatorSlug operator = OperatorSlug.parse(slug, FIELD);
        accounts.get(account);
        watchlist.add(account, operator, clock.instant());
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(AccountId account, @PathVariable(FIELD) String slug) {
        OperatorSlug operator = OperatorSlug.parse(slug, FIELD);
        accounts.get(account);
        watchlist.remove(account, operator);
    }
}
