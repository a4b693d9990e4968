package io.igregulator.webhooks.worker.retention;

import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes what is too old for the polling feed: entries, and spans of watching that no entry is left of. The feed is not
 * partitioned, since a poll looks each of its operators up once per partition; it has one narrow row per event, not
 * per delivery.
 */
final class SweepFeed implements RetentionStep {
    // A span is kept until every transaction that was storing an event when it ended has certainly ended too.
    private static final Duration SETTLED = Duration.ofHours(1);
    private static final String REMOVE_ENTRIES = """
            DELETE FROM feed_entry
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM feed_entry WHERE stored_at < ? ORDER BY stored_at LIMIT ?))
            """;
    private static final String REMOVE_SPANS = """
            DELETE FROM watchlist_past
            WHERE ctid = ANY (ARRAY(
                SELECT past.ctid FROM watchlist_past past
                WHERE past.removed_at < ? AND NOT EXISTS (
                    SELECT FROM feed_entry entry
                    WHERE entry.audience = ('operator:' || past.operator_slug) COLLATE "C"
                        AND entry.stored_tx >= past.from_tx AND entry.stored_tx < past.until_tx)
                LIMIT ?))
            """;

    private final JdbcClient jdbc;
    private final RowBatches batches;
    private final Duration keep;
    private final InstantSource clock;

    SweepFeed(JdbcClient jdbc, RowBatches batches, Duration keep, InstantSource clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Progress run() {
        return batches.run(this::removeEntries).and(batches.run(this::removeSpans));
    }

    private int removeEntries(int limit) {
        return jdbc.sql(REMOVE_ENTRIES)
                .param(SqlTime.of(clock.instant().minus(keep)))
                .param(limit)
                .update();
    }

    private int removeSpans(int limit) {
        return jdbc.sql(REMOVE_SPANS)
                .param(SqlTime.of(clock.instant().minus(SETTLED)))
                .param(limit)
                .update();
    }

    @Override
    public String toString() {
        return "sweep the feed";
    }
}
