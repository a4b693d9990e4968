package io.igregulator.webhooks.api.outbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Reads and deletes outbox rows on the connection that holds the relay's lock, so that a lost lock deletes nothing. */
final class OutboxRows {
    // Published events may be large; a round holds all of its rows in memory.
    private static final int BYTES_IN_A_ROUND = 16 * 1024 * 1024;

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fewer than there are where they are large, but never none. */
    List<OutboxRow> first(int limit) {
        return jdbc.sql("""
                        SELECT id, topic, message_key, value
                        FROM (
                            SELECT o.*, sum(octet_length(value)) OVER (ORDER BY id) - octet_length(value) AS before
                            FROM (SELECT id, topic, message_key, value FROM outbox ORDER BY id LIMIT ?) o
                        ) counted
                        WHERE before < ?
                        ORDER BY id
                        """)
                .param(limit)
                .param(BYTES_IN_A_ROUND)
                .query((row, number) ->
                        new OutboxRow(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)))
                .list();
    }

    // By id, never by range: a row with a lower id may commit after its neighbours were read.
    void delete(List<OutboxRow> rows) {
        Object[] ids = rows.stream().map(OutboxRow::id).toArray();
        jdbc.sql("DELETE FROM outbox WHERE id = ANY (?)")
                .param(new SqlArrayValue("bigint", ids))
                .update();
    }
}
