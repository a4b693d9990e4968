package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.AccountId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /operator/v1/accounts/{account_id}/watchlist}: what an account watches, as the account sees it. */
@RestController
final class AccountWatchlistController {
    private static final String LIST = "/operator/v1/accounts/{account_id}/watchlist";
    private static final String OPERATORS = LIST + "/operators";

    private final AccountStore accounts;
    private final ShowWatchlist show;

    AccountWatchlistController(AccountStore accounts, ShowWatchlist show) {
        this.accounts = accounts;
        this.show = show;
    }

    @GetMapping(path = LIST, produces = MediaType.APPLICATION_JSON_VALUE)
    ShowWatchlist.WatchlistView get(AccountId account) {
        return show.whole(account, accounts.get(account).plan());
    }

    @GetMapping(path = OPERATORS, produces = MediaType.APPLICATION_JSON_VALUE)
    ShowWatchlist.WatchlistPage list(
            AccountId account, @Takes({QueryParameters.LIMIT, QueryParameters.OFFSET}) QueryParameters parameters) {
        accounts.get(account);
        return show.page(account, parameters);
    }
}
