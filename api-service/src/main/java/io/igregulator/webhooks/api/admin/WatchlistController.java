package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.AccountStore;
import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.watchlist.WatchlistWriter;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.OperatorSlug;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
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
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    WatchlistController(
            AccountStore accounts,
            WatchlistWriter watchlist,
            AuditLog audit,
            TransactionOperations transaction,
            InstantSource clock) {
        this.accounts = accounts;
        this.watchlist = watchlist;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PutMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Actor actor, AccountId account, @PathVariable(FIELD) String slug) {
        OperatorSlug operator = OperatorSlug.of(slug).orElseThrow(() -> InvalidRequest.slug(FIELD));
        accounts.get(account);
        transaction.executeWithoutResult(status -> {
            if (watchlist.add(account, operator, clock.instant())) {
                audit.write(actor, AuditAction.WATCHLIST_ADDED, account, operator.value(), AuditChanges.none());
            }
        });
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, AccountId account, @PathVariable(FIELD) String slug) {
        OperatorSlug operator = OperatorSlug.of(slug).orElseThrow(() -> InvalidRequest.slug(FIELD));
        accounts.get(account);
        transaction.executeWithoutResult(status -> {
            if (watchlist.remove(account, operator)) {
                audit.write(actor, AuditAction.WATCHLIST_REMOVED, account, operator.value(), AuditChanges.none());
            }
        });
    }
}
