package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.limit.AnswerMemory;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads one page of an account's feed, in a time that depends neither on how much is stored nor much on how long the
 * watchlist is.
 *
 * <p>Everything an account may read is a span of one audience's entries. The first entry of each span is looked up, and the
 * page can only hold entries of the spans whose first entries are the earliest: as many as the page is long. Of these the
 * rest is read, no further than the last of those first entries.
 *
 * <p>Nothing is read from the oldest open transaction on. What lies before that is complete: no later commit adds to it.
 */
@Component
final class ReadPage {
    /** The page with its first bodies, and in every row the horizon, so that an empty page has it too. */
    static final String PAGE = """
            WITH horizon AS MATERIALIZED (
                SELECT pg_snapshot_xmin(pg_current_snapshot()) AS tx
            ), start AS MATERIALIZED (
                SELECT CAST(CAST(:tx AS text) AS xid8) AS tx, CAST(:event AS uuid) AS event_id
            ), span AS (
                SELECT CAST(:everyone AS text) COLLATE "C" AS audience, CAST('0' AS xid8) AS from_tx,
                    horizon.tx AS until_tx
                FROM horizon
                UNION ALL
                SELECT :ofAccount || CAST(:account AS uuid), '0', horizon.tx
                FROM horizon
                UNION ALL
                SELECT :ofOperator || operator_slug, from_tx, horizon.tx
                FROM watchlist_entry, horizon WHERE account_id = :account
                UNION ALL
                SELECT :ofOperator || operator_slug, from_tx, least(until_tx, horizon.tx)
                FROM watchlist_past, horizon, start WHERE account_id = :account AND until_tx > start.tx
            ), head AS MATERIALIZED (
                SELECT span.audience COLLATE "C" AS audience, span.until_tx, first.stored_tx, first.event_id
                FROM span, start, LATERAL (
                    SELECT entry.stored_tx, entry.event_id
                    FROM feed_entry entry
                    WHERE entry.audience = span.audience COLLATE "C"
                        AND (entry.stored_tx, entry.event_id) >= (start.tx, start.event_id)
                        AND entry.stored_tx >= span.from_tx AND entry.stored_tx < span.until_tx
                    ORDER BY entry.stored_tx, entry.event_id
                    LIMIT 1
                ) AS first
                ORDER BY first.stored_tx, first.event_id
                LIMIT :limit
            ), last AS MATERIALIZED (
                (SELECT stored_tx, event_id FROM head ORDER BY stored_tx, event_id OFFSET :limit - 1)
                UNION ALL
                SELECT tx, 'ffffffff-ffff-ffff-ffff-ffffffffffff' FROM horizon
                ORDER BY stored_tx, event_id
                LIMIT 1
            ), page AS MATERIALIZED (
                SELECT more.stored_tx, more.event_id
                FROM head, last, LATERAL (
                    SELECT entry.stored_tx, entry.event_id
                    FROM feed_entry entry
                    WHERE entry.audience = head.audience COLLATE "C"
                        AND (entry.stored_tx, entry.event_id) >= (head.stored_tx, head.event_id)
                        AND (entry.stored_tx, entry.event_id) <= (last.stored_tx, last.event_id)
                        AND entry.stored_tx < head.until_tx
                    ORDER BY entry.stored_tx, entry.event_id
                    LIMIT :limit
                ) AS more
                ORDER BY more.stored_tx, more.event_id
                LIMIT :limit
            ), sized AS (
                SELECT page.*, stored.body, coalesce(octet_length(stored.body), 0) AS size, count(*) OVER () AS found,
                    sum(coalesce(octet_length(stored.body), 0))
                        OVER (ORDER BY page.stored_tx, page.event_id)
                        - coalesce(octet_length(stored.body), 0) AS bytes_before
                FROM page LEFT JOIN LATERAL (
                    SELECT body FROM event WHERE event.id = page.event_id LIMIT 1
                ) AS stored ON true
            )
            SELECT horizon.tx AS horizon, sized.stored_tx, sized.event_id, sized.found, sized.size,
                CASE WHEN sized.bytes_before < :batch THEN sized.body END AS body
            FROM horizon LEFT JOIN sized ON sized.bytes_before < :maxBytes
            ORDER BY sized.stored_tx, sized.event_id
            """;

    private final JdbcClient jdbc;
    private final FeedProperties properties;

    ReadPage(JdbcClient jdbc, FeedProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * What was read.
     *
     * @param horizon the end of what is complete
     * @param found how many entries the page would hold if it might be as large as it likes
     */
    record Result(FeedPosition horizon, int found, List<FeedEntry> entries) {}

    Result read(AccountId account, FeedPosition start, int limit) {
        return jdbc.sql(PAGE)
                .param("tx", Long.toUnsignedString(start.transaction()))
                .param("event", start.event())
                .param("account", account.value())
                .param("everyone", FeedAudience.EVERYONE)
                .param("ofAccount", FeedAudience.ACCOUNT)
                .param("ofOperator", FeedAudience.OPERATOR)
                .param("limit", limit)
                .param("maxBytes", properties.maxPageSize().toBytes())
                .param("batch", AnswerMemory.BATCH)
                .query(ReadPage::result);
    }

    private static Result result(ResultSet rows) throws SQLException {
        List<FeedEntry> entries = new ArrayList<>();
        long horizon = 0;
        int found = 0;
        while (rows.next()) {
            horizon = Long.parseUnsignedLong(rows.getString("horizon"));
            found = rows.getInt("found");
            @Nullable String transaction = rows.getString("stored_tx");
            if (transaction != null) {
                entries.add(entry(transaction, rows));
            }
        }
        return new Result(FeedPosition.startOf(horizon), found, entries);
    }

    private static FeedEntry entry(String transaction, ResultSet row) throws SQLException {
        UUID event = Objects.requireNonNull(Rows.uuid(row, "event_id"));
        return new FeedEntry(
                new FeedPosition(Long.parseUnsignedLong(transaction), event), row.getInt("size"), row.getBytes("body"));
    }
}
