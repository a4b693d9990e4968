package io.igregulator.webhooks.api.watchlist;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.OperatorSlug;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads watchlists, with what the registry knows of each operator: some may be watched before it knows them. */
@Component
final class WatchlistReader {
    private static final String SELECT = """
            SELECT entry.operator_slug AS slug, entry.added_at,
                   coalesce(operator.id, entry.operator_slug) AS id,
                   coalesce(operator.display_name, entry.operator_slug) AS display_name,
                   operator.country, operator.license_status, operator.jurisdiction_code
            FROM watchlist_entry entry LEFT JOIN operator ON operator.slug = entry.operator_slug
            WHERE entry.account_id = ?
            """;

    private final JdbcClient jdbc;

    WatchlistReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM watchlist_entry WHERE account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    Optional<WatchedOperator> find(AccountId account, OperatorSlug operator) {
        return jdbc.sql(SELECT + "AND entry.operator_slug = ?")
                .param(account.value())
                .param(operator.value())
                .query(WatchlistReader::watchedOperator)
                .optional();
    }

    /** Newest first. */
    List<WatchedOperator> list(AccountId account, int limit, int offset) {
        return jdbc.sql(SELECT + "ORDER BY entry.added_at DESC, entry.operator_slug LIMIT ? OFFSET ?")
                .param(account.value())
                .param(limit)
                .param(offset)
                .query(WatchlistReader::watchedOperator)
                .list();
    }

    /** Whether the registry knows the operator. */
    boolean isKnown(OperatorSlug operator) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM operator WHERE slug = ?)")
                .param(operator.value())
                .query(Boolean.class)
                .single();
    }

    private static WatchedOperator watchedOperator(ResultSet row, int number) throws SQLException {
        return new WatchedOperator(
                row.getString("id"),
                row.getString("slug"),
                row.getString("display_name"),
                row.getString("country"),
                Rows.instant(row, "added_at"),
                row.getString("license_status"),
                row.getString("jurisdiction_code"));
    }
}
