package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.sql.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and deletes outbox rows on the connection that holds the relay's lock, so that a lost lock deletes nothing. */
final class OutboxRows {
    // Published events may be large; a round holds all of its rows in memory.
    private static final int BYTES_IN_A_ROUND = 16 * 1024 * 1024;
    private static final String FIRST = """
            SELECT id, topic, message_key, value, traceparent
            FROM (
                SELECT o.*, sum(octet_length(value)) OVER (ORDER BY id) - octet_length(value) AS before
                FROM (SELECT id, topic, message_key, value, traceparent FROM outbox ORDER BY id LIMIT ?) o
            ) counted
            WHERE before < ?
            ORDER BY id
            """;

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fewer than there are where they are large, but never none. */
    List<OutboxRow> first(int limit) {
        return jdbc.sql(FIRST)
                .param(limit)
                .param(BYTES_IN_A_ROUND)
                .query((row, number) -> new OutboxRow(
                        row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4), row.getString(5)))
                .list();
    }

    // By id, never by range: a row with a lower id may commit after its neighbours were read.
    void delete(List<OutboxRow> rows) {
        jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)")
                .param(Columns.of("bigint", rows, OutboxRow::id))
                .update();
    }
}
