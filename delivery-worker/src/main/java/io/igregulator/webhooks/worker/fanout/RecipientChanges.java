package io.igregulator.webhooks.worker.fanout;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether anything that decides over recipients has been committed since a snapshot. Each transaction that writes an
 * endpoint or a watchlist leaves its number in {@code recipient_change} (by trigger): a number that this statement sees
 * and the snapshot did not is a change since.
 */
final class RecipientChanges {
    private static final String SINCE = """
            SELECT pg_current_snapshot()::text, EXISTS (
                SELECT FROM recipient_change
                WHERE tx >= pg_snapshot_xmin(:since::pg_snapshot)
                    AND NOT pg_visible_in_snapshot(tx, :since::pg_snapshot))
            """;

    private final JdbcClient jdbc;

    RecipientChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param snapshot the present one, as PostgreSQL writes it */
    record Answer(String snapshot, boolean changed) {}

    /** The present snapshot alone. */
    String snapshot() {
        return jdbc.sql("SELECT pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    Answer since(String snapshot) {
        return jdbc.sql(SINCE)
                .param("since", snapshot)
                .query((row, number) -> new Answer(row.getString(1), row.getBoolean(2)))
                .single();
    }
}
