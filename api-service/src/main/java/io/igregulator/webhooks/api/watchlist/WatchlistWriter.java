package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.OperatorSlug;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds operators to an account's watchlist and takes them off; repeating either changes nothing. */
@Component
public final class WatchlistWriter {
    private static final String ADD = """
            INSERT INTO watchlist_entry (account_id, operator_slug, added_at) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String REMOVE = """
            WITH removed AS (
                DELETE FROM watchlist_entry WHERE account_id = ? AND operator_slug = ? RETURNING *
            ), empty AS (
                DELETE FROM watchlist_past past USING removed
                WHERE past.account_id = removed.account_id AND past.operator_slug = removed.operator_slug
                    AND past.until_tx <= pg_snapshot_xmin(pg_current_snapshot())
                    AND NOT EXISTS (
                        SELECT FROM feed_entry entry
                        WHERE entry.audience = (? || past.operator_slug) COLLATE "C"
                            AND entry.stored_tx >= past.from_tx AND entry.stored_tx < past.until_tx
                    )
            )
            INSERT INTO watchlist_past (account_id, operator_slug, from_tx, until_tx)
            SELECT account_id, operator_slug, from_tx, pg_snapshot_xmax(pg_current_snapshot())
            FROM removed
            """;

    private final JdbcClient jdbc;

    WatchlistWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not watched before */
    public boolean add(AccountId account, OperatorSlug operator, Instant now) {
        return jdbc.sql(ADD)
                        .param(account.value())
                        .param(operator.value())
                        .param(SqlTime.of(now))
                        .update()
                == 1;
    }

    /**
     * What was sent while it was watched stays in the polling feed, which is why the span is kept. Earlier ones of the
     * operator that hold no event, and can get none any more, are dropped: each poll looks at every span, and an
     * operator that is added and removed again and again would leave any number of them.
     *
     * @return whether it was watched
     */
    public boolean remove(AccountId account, OperatorSlug operator) {
        return jdbc.sql(REMOVE)
                        .param(account.value())
                        .param(operator.value())
                        .param(FeedAudience.OPERATOR)
                        .update()
                == 1;
    }
}
