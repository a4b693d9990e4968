package io.igregulator.webhooks.api.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the place in the feed's order from which on everything lies that was stored since a time. */
@Component
final class FindPosition {
    // Transactions get their numbers in another order than they begin, but only those that are open at the same time:
    // more
    // events than all of these hold together, 500 each.
    private static final int DISORDER = 10_000;

    private final JdbcClient jdbc;

    FindPosition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    FeedPosition of(Instant time) {
        // Nor later than the oldest open transaction: what it stores may be of that time too.
        return jdbc.sql("""
                        SELECT stored_tx, event_id
                        FROM (
                            (SELECT stored_tx, event_id FROM feed_entry WHERE stored_at >= :time
                             ORDER BY stored_at, stored_tx, event_id LIMIT :disorder)
                            UNION ALL
                            SELECT pg_snapshot_xmin(pg_current_snapshot()), '00000000-0000-0000-0000-000000000000'
                        ) AS candidate (stored_tx, event_id)
                        ORDER BY stored_tx, event_id LIMIT 1
                        """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("disorder", DISORDER)
                .query((row, number) -> new FeedPosition(
                        Long.parseUnsignedLong(row.getString("stored_tx")), row.getObject("event_id", UUID.class)))
                .single();
    }
}
