package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.id.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds operators to an account's watchlist and takes them off; repeating either changes nothing. */
@Component
public final class WatchlistWriter {
    private final JdbcClient jdbc;

    WatchlistWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not watched before */
    public boolean add(AccountId account, OperatorSlug operator, Instant now) {
        return jdbc.sql("""
                        INSERT INTO watchlist_entry (account_id, operator_slug, added_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .param(account.value())
                        .param(operator.value())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * What was sent meanwhile stays in the polling feed, hence the span that is kept.
     *
     * @return whether it was watched
     */
    public boolean remove(AccountId account, OperatorSlug operator) {
        return jdbc.sql("""
                        WITH removed AS (
                            DELETE FROM watchlist_entry WHERE account_id = ? AND operator_slug = ? RETURNING *
                        )
                        INSERT INTO watchlist_past (account_id, operator_slug, from_tx, until_tx)
                        SELECT account_id, operator_slug, from_tx, pg_snapshot_xmax(pg_current_snapshot())
                        FROM removed
                        """).param(account.value()).param(operator.value()).update() == 1;
    }
}
